/** Does to an element what page translators do: replaces each text by other words in two `<font>` elements. */
export const translatePage = (root: Node, translated = (text: string) => `[${text.trim()}]`) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts.filter(({data}) => data.trim())) {
    const font = document.createElement('font');
    font.append(document.createElement('font'));
    font.firstElementChild!.textContent = translated(text.data);
    text.replaceWith(font);
  }
};
