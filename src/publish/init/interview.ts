import {plain} from '../render/escape.js';
import {GROUPS, type Answers, type Question, type QuestionName, type Setting} from './questions.js';

/* How the answers are had: from the command line, or from a person who is asked. */

/** What is wrong with answers given beforehand: flags that are missing, and sentences on those that are not right. */
export interface Faults {
  readonly missing: readonly string[];
  readonly wrong: readonly string[];
}

/**
 * Answers from flags alone. A group begun must be complete. With `proposals` what is not given is taken from them,
 * else only what the feed does without may be absent.
 */
export const answersFrom = (given: Answers, setting: Setting, proposals: boolean): {answers: Answers} & Faults => {
  const answers: Partial<Record<QuestionName, string>> = {};
  const missing: string[] = [];
  const wrong: string[] = [];
  for (const {about, questions} of GROUPS) {
    if (about && questions.every(({name}) => given[name] === undefined)) continue;
    for (const {name, flag, good, must, propose, optional} of questions) {
      const answer = given[name] ?? (proposals || optional ? propose?.(setting) : undefined);
      if (answer === undefined) {
        if (!optional) missing.push(flag);
      } else if (good(plain(answer), setting)) answers[name] = plain(answer);
      else wrong.push(`${flag}: ${must}`);
    }
  }
  return {answers, missing, wrong};
};

/** Asks a person a question, and tells something. */
export interface Person {
  ask(question: string): Promise<string>;
  tell(line: string): void;
}

const askOne = async ({ask, must, good, propose, optional}: Question, setting: Setting, person: Person) => {
  const proposal = propose?.(setting);
  const hint = proposal ? ` [${proposal}]` : optional ? ' (Enter: none)' : '';
  for (;;) {
    const answer = plain(await person.ask(`${ask}${hint}: `)) || proposal;
    if (answer === undefined && optional) return undefined;
    if (answer !== undefined && good(answer, setting)) return answer;
    person.tell(must);
  }
};

const askWhether = async (question: string, person: Person): Promise<boolean> => {
  for (;;) {
    const answer = (await person.ask(`${question} (y/n) [n]: `)).trim().toLowerCase();
    if (/^(y|yes|n|no|)$/.test(answer)) return answer.startsWith('y');
    person.tell('Type y for yes, or n for no.');
  }
};

/** Answers from a person, who is asked only what the flags do not answer, and again until an answer will do. */
export const interview = async (given: Answers, setting: Setting, person: Person): Promise<Answers> => {
  const answers: Partial<Record<QuestionName, string>> = {};
  for (const {about, questions} of GROUPS) {
    const begun = questions.some(({name}) => given[name] !== undefined);
    if (about && !begun && !(await askWhether(about, person))) continue;
    for (const question of questions) {
      const flagged = given[question.name];
      const good = flagged !== undefined && question.good(plain(flagged), setting);
      if (flagged !== undefined && !good) person.tell(`${question.flag}: ${question.must}`);
      answers[question.name] = good ? plain(flagged) : await askOne(question, setting, person);
    }
  }
  return answers;
};
