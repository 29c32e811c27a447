# The own server (npm run serve) as an image: docker build -t tro-ly-138 . ; compose.yaml runs it.
# Debian's C library: workerd has no build for Alpine's.
FROM node:24-bookworm-slim

ENV NODE_ENV=production
WORKDIR /opt/tro-ly-138

COPY .npmrc package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force

COPY wrangler.toml tsconfig.json ./
COPY scripts scripts
COPY src src
COPY knowledge knowledge
COPY prompts prompts
COPY migrations migrations
# The account that serves may only read the installation.
RUN npm run serve -- --build-only

# All that is stored lies in one folder.
RUN mkdir -p /var/lib/tro-ly-138 && chown node:node /var/lib/tro-ly-138
VOLUME /var/lib/tro-ly-138
USER node

EXPOSE 8787
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8787/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]

# Reachable from the container's network alone; compose.yaml publishes it on the host's loopback, for nginx.
CMD ["node", "--", "scripts/run.js", "scripts/serve.ts", "--host", "0.0.0.0", "--port", "8787", "--state", "/var/lib/tro-ly-138/state"]
