// The CDN build of highlight.js is the only one of its ES modules that a browser can load, and it ships without types.
interface Highlighter {
  registerLanguage(name: string, grammar: unknown): void;
  getLanguage(name: string): unknown;
  highlight(code: string, options: { language: string; ignoreIllegals?: boolean }): { value: string };
}

declare module "@highlightjs/cdn-assets/es/core.min.js" {
  const highlighter: Highlighter;
  export default highlighter;
}

declare module "@highlightjs/cdn-assets/es/languages/*" {
  const grammar: unknown;
  export default grammar;
}
