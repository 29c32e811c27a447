/** The rules of wrangler.toml make bytes of these files. */
declare module "*.bin" {
  const bytes: ArrayBuffer;
  export default bytes;
}
