import {Counter} from './counter';

export default function Page() {
  return (
    <main>
      <Counter />
    </main>
  );
}
