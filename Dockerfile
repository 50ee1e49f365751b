# The command klarsprak, as published. Nothing is built or copied here, so the build context is empty (see .dockerignore).
#
#   docker build --tag klarsprak .
#   docker run --rm --volume "$PWD:/texter" klarsprak lint innehall/
FROM node:20-alpine

ARG KLARSPRAK_VERSION=0.1.0
RUN npm install --global "@klarsprak/linter@${KLARSPRAK_VERSION}" && npm cache clean --force

# Files that --fix and -o write get this owner; `docker run --user "$(id -u):$(id -g)"` makes them yours.
USER node
WORKDIR /texter
ENTRYPOINT ["klarsprak"]
CMD ["lint", "."]
