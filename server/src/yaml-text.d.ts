/** Built-in data files are compiled into the bundles as text (esbuild.mjs). */
declare module '*.yaml' {
  const text: string;
  export default text;
}
