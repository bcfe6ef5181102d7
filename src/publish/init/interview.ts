import {confirm, type Terminal} from '../options.js';
import {plain} from '../render/escape.js';
import {GROUPS, type Answers, type Context, type Question, type QuestionName, type Setting} from './questions.js';

/* Gets the answers from the command line, or by asking a person. */

type Collected = Partial<Record<QuestionName, string>>;

/** Answers, flags that are missing, and sentences on those that are invalid. */
export interface FlagAnswers {
  readonly answers: Answers;
  readonly missing: readonly string[];
  readonly invalid: readonly string[];
}

/**
 * The answers in the flags. If one question of a group is answered, all required ones must be. With `useDefaults`,
 * missing answers have their defaults; without it, only optional ones do.
 */
export const answersFromFlags = (given: Answers, setting: Setting, useDefaults: boolean): FlagAnswers => {
  const answers: Collected = {};
  const missing: string[] = [];
  const invalid: string[] = [];
  for (const {introduction, questions} of GROUPS) {
    if (introduction && questions.every(({name}) => given[name] === undefined)) continue;
    for (const {name, flag, isValid, requirement, defaultAnswer, optional} of questions) {
      const context = {...setting, answers};
      const answer = given[name] ?? (useDefaults || optional ? defaultAnswer?.(context) : undefined);
      if (answer === undefined) {
        if (!optional) missing.push(flag);
      } else if (isValid(plain(answer), context)) answers[name] = plain(answer);
      else invalid.push(`${flag}: ${requirement}`);
    }
  }
  return {answers, missing, invalid};
};

const askQuestion = async (
  {prompt, requirement, isValid, defaultAnswer, optional}: Question,
  context: Context,
  terminal: Terminal,
) => {
  const preset = defaultAnswer?.(context);
  const hint = preset ? ` [${preset}]` : optional ? ' (Enter: none)' : '';
  for (;;) {
    const answer = plain(await terminal.ask(`${prompt}${hint}: `)) || preset;
    if (answer === undefined && optional) return undefined;
    if (answer !== undefined && isValid(answer, context)) return answer;
    terminal.print(requirement);
  }
};

/** Asks a person the questions that the flags do not answer. After an invalid answer it repeats the question. */
export const interview = async (given: Answers, setting: Setting, terminal: Terminal): Promise<Answers> => {
  const answers: Collected = {};
  for (const {introduction, questions} of GROUPS) {
    const isStarted = questions.some(({name}) => given[name] !== undefined);
    if (introduction && !isStarted && !(await confirm(introduction, terminal))) continue;
    for (const question of questions) {
      const context = {...setting, answers};
      const flag = given[question.name];
      const isValid = flag !== undefined && question.isValid(plain(flag), context);
      if (flag !== undefined && !isValid) terminal.print(`${question.flag}: ${question.requirement}`);
      answers[question.name] = isValid ? plain(flag) : await askQuestion(question, context, terminal);
    }
  }
  return answers;
};
