/** The bundler includes prompts as text; see the rules in wrangler.toml. */
declare module "*.md" {
  const text: string;
  export default text;
}
