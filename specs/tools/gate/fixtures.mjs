/** A document as small as it gets, with three things to change. */
export const publishable = (version, limit, title) => `openapi: 3.0.3
info:
  title: ${title}
  version: ${version}
paths:
  /songs:
    get:
      operationId: listSongs
      parameters:
        - {name: limit, in: query, schema: {type: integer, maximum: ${limit}}}
      responses:
        '200': {description: Songs}
`;
