// Before and after: what an edit of pairs-base.yaml means for partners, and which readers see that. A reader that is not
// named sees nothing of this weight: if a new version of Redocly sees more or less, its row here says so.

const R = 'redocly';
const S = 'structure';
const O = 'own';

// Places of the base document that many edits touch.
const getSong = (d) => d.paths['/singers/{singer}/songs/{song}'].get;
const listSongs = (d) => d.paths['/songs'].get;
const createSong = (d) => d.paths['/songs'].post;
const form = (d) => createSong(d).requestBody.content['application/x-www-form-urlencoded'];
const parameter = (d, name) => listSongs(d).parameters.find((one) => one.name === name);
const schema = (d, name) => d.components.schemas[name];
const property = (d, name, key) => schema(d, name).properties[key];
const remove = (list, value) => list.splice(list.indexOf(value), 1);
const renameKey = (object, from, to) => {
  object[to] = object[from];
  delete object[from];
};

/** `[what was edited, who sees it, the edit]` */
export const pairs = {
  breaking: [
    // Operations and their names
    ['an operation is removed', [R, S], (d) => delete d.paths['/singers/{singer}/songs/{song}'].delete],
    ['a path is removed', [R, S], (d) => delete d.paths['/songs']],
    ['a path is renamed', [R, S], (d) => renameKey(d.paths, '/songs', '/tracks')],
    ['an operation changes its method', [R, S], (d) => renameKey(d.paths['/songs'], 'post', 'put')],
    ['an operation is renamed', [R, S], (d) => (getSong(d).operationId = 'readSong')],
    [
      'path parameters change places',
      [O],
      (d) => renameKey(d.paths, '/singers/{singer}/songs/{song}', '/singers/{song}/songs/{singer}'),
    ],
    [
      'a path parameter is renamed',
      [O],
      (d) => {
        renameKey(d.paths, '/singers/{singer}/songs/{song}', '/singers/{artist}/songs/{song}');
        d.paths['/singers/{artist}/songs/{song}'].parameters[0].name = 'artist';
      },
    ],

    // Parameters
    ['a query parameter is removed', [R, S], (d) => remove(listSongs(d).parameters, parameter(d, 'order'))],
    ['a query parameter is renamed', [R, S], (d) => (parameter(d, 'order').name = 'sort')],
    ['a query parameter moves to a header', [R, S], (d) => (parameter(d, 'order').in = 'header')],
    ['a parameter becomes required', [R, S], (d) => (parameter(d, 'order').required = true)],
    [
      'a required parameter is added',
      [R, S],
      (d) => listSongs(d).parameters.push({ name: 'who', in: 'query', required: true, schema: { type: 'string' } }),
    ],
    ['two parameters change places', [O], (d) => listSongs(d).parameters.reverse()],
    ['the default of a parameter changes', [O], (d) => (parameter(d, 'limit').schema.default = 20)],
    ['the default of a parameter goes', [O], (d) => delete parameter(d, 'limit').schema.default],
    [
      'a list is written with repeated names instead of commas',
      [R, O],
      (d) => (getSong(d).parameters[0].explode = true),
    ],
    [
      'a parameter becomes JSON',
      [O],
      (d) => {
        const one = parameter(d, 'code');
        one.content = { 'application/json': { schema: one.schema } };
        delete one.schema;
      },
    ],
    ['a maximum of a parameter falls', [R, S], (d) => (parameter(d, 'limit').schema.maximum = 50)],
    ['a minimum of a parameter rises', [R, S], (d) => (parameter(d, 'limit').schema.minimum = 2)],
    ['a maximum appears', [R, S], (d) => (parameter(d, 'offset').schema.maximum = 1000)],
    ['a value of a parameter goes', [R, S], (d) => parameter(d, 'order').schema.enum.pop()],
    ['a pattern changes', [R, S], (d) => (parameter(d, 'code').schema.pattern = '^[a-f]+$')],
    ['a pattern appears', [R, S], (d) => (parameter(d, 'order').schema.pattern = '^t')],
    ['a longest length falls', [R, S], (d) => (parameter(d, 'code').schema.maxLength = 4)],

    // Bodies
    ['a field of a request is removed', [S], (d) => delete schema(d, 'SongInput').properties.mood],
    ['a field of a request is renamed', [S], (d) => renameKey(schema(d, 'SongInput').properties, 'mood', 'feeling')],
    ['a field of a request becomes required', [R, S], (d) => schema(d, 'SongInput').required.push('mood')],
    [
      'a required field of a request is added',
      [R, S],
      (d) => {
        schema(d, 'SongInput').properties.artist = { type: 'string' };
        schema(d, 'SongInput').required.push('artist');
      },
    ],
    ['a field of a request becomes read-only', [S], (d) => (property(d, 'SongInput', 'mood').readOnly = true)],
    ['a value of a field of a request goes', [R, S], (d) => property(d, 'SongInput', 'mood').enum.pop()],
    ['a field of a request may no longer be null', [R, S], (d) => delete property(d, 'SongInput', 'tempo').nullable],
    ['a number of a request becomes an integer', [R, S], (d) => (property(d, 'SongInput', 'tempo').type = 'integer')],
    ['a list of a request gets shorter', [R, S], (d) => (property(d, 'NewSong', 'tags').maxItems = 2)],
    ['a request is closed to further fields', [R, S], (d) => (schema(d, 'SongInput').additionalProperties = false)],
    ['the default of a form field changes', [O], (d) => (property(d, 'NewSong', 'notify').default = false)],
    ['deepObject becomes form', [O], (d) => (form(d).encoding.song.style = 'form')],
    ['a form field is no longer JSON', [O], (d) => delete form(d).encoding.tags],
    ['a form of a request is removed', [R, S], (d) => property(d, 'NewSong', 'by').oneOf.pop()],
    ['a limit becomes exclusive', [R, S], (d) => (property(d, 'SongInput', 'tempo').exclusiveMinimum = true)],
    ['a list may hold a value only once', [R, S], (d) => (property(d, 'NewSong', 'tags').uniqueItems = true)],
    ['a multiple is asked for', [R, S], (d) => (property(d, 'SongInput', 'tempo').multipleOf = 5)],
    ['a text has to be a date', [R, S], (d) => (property(d, 'SongInput', 'title').format = 'date')],
    [
      'further fields of a request get a type',
      [R, S],
      (d) => (property(d, 'NewSong', 'more').additionalProperties.type = 'string'),
    ],
    ['a form field gets an encoding', [O], (d) => (form(d).encoding.more = { contentType: 'application/json' })],
    ['a body becomes required', [R, S], (d) => (d.paths['/token'].post.requestBody.required = true)],
    ['a body is removed', [R, S], (d) => delete d.paths['/token'].post.requestBody],
    [
      'a media type of a request is removed',
      [R, S],
      (d) => delete createSong(d).requestBody.content['application/json'],
    ],

    // Answers
    ['a field of an answer is removed', [R, S], (d) => delete schema(d, 'Song').properties.key],
    ['a field of an answer is renamed', [R, S], (d) => renameKey(schema(d, 'Song').properties, 'key', 'mode')],
    ['a field of an answer is no longer always there', [R, S], (d) => remove(schema(d, 'Song').required, 'title')],
    ['a field of an answer may be null', [R, S], (d) => (property(d, 'Song', 'title').nullable = true)],
    ['a value of an answer is added', [R, S], (d) => property(d, 'Song', 'key').enum.push('none')],
    ['the type of a field of an answer changes', [R, S], (d) => (property(d, 'Song', 'title').type = 'integer')],
    ['an integer of an answer gets larger', [R, S], (d) => delete property(d, 'Song', 'id').format],
    ['a text of an answer gets longer', [R, S], (d) => (property(d, 'Song', 'title').maxLength = 200)],
    [
      'a form of an answer is added',
      [R, S],
      (d) => createSong(d).responses[200].content['application/json'].schema.oneOf.push({ type: 'string' }),
    ],
    ['a closed answer gets a field', [S], (d) => (schema(d, 'Singer').properties.born = { type: 'integer' })],
    ['an answer is removed', [R, S], (d) => delete getSong(d).responses[404]],
    ['a media type of an answer is removed', [R, S], (d) => delete listSongs(d).responses[200].content['text/csv']],
    ['a header of an answer is removed', [R, S], (d) => delete getSong(d).responses[200].headers],

    // Credentials and servers
    ['an operation wants a credential', [S], (d) => delete d.paths['/token'].post.security],
    ['another credential is needed', [R, S], (d) => (d.security[0] = { basic: [], key: [], token: [] })],
    ['a credential is no longer needed', [S], (d) => delete d.security[0].key],
    ['a credential travels under another name', [R, S], (d) => (d.components.securitySchemes.key.name = 'X-Other')],
    ['the server changes', [R, S], (d) => (d.servers[0].url = 'https://{account}.example.org/v1')],
    ['a value of a server goes', [O], (d) => d.servers[0].variables.account.enum.pop()],
    ['the first server is another', [O], (d) => d.servers.unshift({ url: 'https://eu.example.com/v1' })],
    ['the default of a server changes', [O], (d) => (d.servers[0].variables.account.default = 'live')],

    // Extensions
    ['x-credential goes', [O], (d) => delete property(d, 'Login', 'client_secret')['x-credential']],
    ['x-envelope changes', [O], (d) => (getSong(d)['x-envelope'].data = 'result')],
    ['x-error changes', [O], (d) => (d['x-error'].code = '/code')],
    ['x-pagination changes', [O], (d) => (listSongs(d)['x-pagination'].parameter = 'limit')],
    ['x-boolean goes', [O], (d) => delete parameter(d, 'live').schema['x-boolean']],
    ['x-date-format appears', [O], (d) => (property(d, 'Song', 'title')['x-date-format'] = 'dd/MM/yyyy')],
    ['x-json-text names another schema', [O, S], (d) => (parameter(d, 'where').schema['x-json-text'] = 'Login')],
    ['the JSON inside a text gets narrower', [S], (d) => (property(d, 'Where', 'year').minimum = 2000)],
    ['a field of a webhook is removed', [R, S], (d) => delete schema(d, 'Event').properties.at],
    ['a webhook is removed', [R, S], (d) => delete d['x-webhooks'].songAdded],
    ['a keyword that the gate does not know changes', [O], (d) => (getSong(d)['x-new'] = 1)],

    // None of these breaks a partner, but Redocly says so. A gate that is too strict is on the safe side.
    [
      'one form of a request becomes two',
      [R],
      (d) => (property(d, 'NewSong', 'notify').oneOf = [{ type: 'boolean', default: true }, { type: 'string' }]),
    ],
    [
      'defaults of OpenAPI are written down',
      [R],
      (d) => Object.assign(parameter(d, 'order'), { required: false, style: 'form', explode: true }),
    ],
    [
      'a schema is put together with allOf',
      [R],
      (d) => {
        const { type, required, properties } = schema(d, 'Song');
        d.components.schemas.Named = { type, required: ['title'], properties: { title: properties.title } };
        delete properties.title;
        d.components.schemas.Song = { allOf: [{ $ref: '#/components/schemas/Named' }, { type, required, properties }] };
      },
    ],
  ],

  addition: [
    [
      'an operation is added',
      [R, S],
      (d) =>
        (d.paths['/songs/count'] = {
          get: { operationId: 'countSongs', responses: { 200: { description: 'Number' } } },
        }),
    ],
    [
      'an optional parameter is added',
      [R, S],
      (d) => listSongs(d).parameters.push({ name: 'who', in: 'query', schema: { type: 'string' } }),
    ],
    ['a parameter is no longer required', [S], (d) => (createSong(d).requestBody.required = false)],
    ['a maximum of a parameter rises', [S], (d) => (parameter(d, 'limit').schema.maximum = 200)],
    ['a value of a parameter is added', [S], (d) => parameter(d, 'order').schema.enum.push('singer')],
    ['a pattern goes', [S], (d) => delete parameter(d, 'code').schema.pattern],
    ['a form of a request is added', [R, S], (d) => property(d, 'NewSong', 'by').oneOf.push({ type: 'boolean' })],
    [
      'an operation needs no credential any more',
      [R, S],
      (d) => (listSongs(d).security = [{ basic: [], key: [] }, {}]),
    ],
    ['x-pagination appears', [O], (d) => (getSong(d)['x-pagination'] = { style: 'cursor', parameter: 'fields' })],
    ['x-idempotent appears', [O], (d) => (createSong(d)['x-idempotent'] = true)],
    [
      'a header of an answer is added',
      [R, S],
      (d) => (getSong(d).responses[200].headers['X-Age'] = { schema: { type: 'integer' } }),
    ],
    ['a default appears', [O], (d) => (parameter(d, 'order').schema.default = 'title')],
    [
      'an optional field of a request is added',
      [R, S],
      (d) => (schema(d, 'SongInput').properties.artist = { type: 'string' }),
    ],
    ['a field of a request is no longer required', [S], (d) => delete schema(d, 'SongInput').required],
    ['a field of a request may be null', [S], (d) => (property(d, 'SongInput', 'mood').nullable = true)],
    ['a read-only field may be sent', [S], (d) => delete property(d, 'SongInput', 'plays').readOnly],
    [
      'a media type of a request is added',
      [R, S],
      (d) => (createSong(d).requestBody.content['text/plain'] = { schema: { type: 'string' } }),
    ],
    ['a field of an open answer is added', [R, S], (d) => (schema(d, 'Song').properties.length = { type: 'integer' })],
    ['a field of an answer is always there', [S], (d) => schema(d, 'Song').required.push('key')],
    ['a value of an answer goes', [S], (d) => property(d, 'Song', 'key').enum.pop()],
    ['a field of an answer is never null', [S], (d) => delete property(d, 'Song', 'year').nullable],
    ['a text of an answer gets shorter', [S], (d) => (property(d, 'Song', 'title').maxLength = 50)],
    ['an answer is added', [R, S], (d) => (getSong(d).responses[410] = { description: 'Deleted.' })],
    ['a second way of access is added', [R, S], (d) => d.security.push({ key: [] })],
    ['a server is added', [R, S], (d) => d.servers.push({ url: 'https://eu.example.com/v1' })],
    ['an operation is deprecated', [S], (d) => (getSong(d).deprecated = true)],
    ['a code is added to x-error', [O], (d) => (d['x-error'].statuses.busy = 503)],
    [
      'a webhook is added',
      [R, S],
      (d) => (d['x-webhooks'].songSung = { post: { responses: { 200: { description: 'Received.' } } } }),
    ],
    ['a tag changes', [S], (d) => (getSong(d).tags = ['Music'])],
    [
      'a schema is renamed',
      [S],
      (d) => {
        renameKey(d.components.schemas, 'Event', 'Happening');
        d['x-webhooks'].songAdded.post.requestBody.content['application/json'].schema.$ref =
          '#/components/schemas/Happening';
      },
    ],
  ],

  text: [
    ['a description changes', [], (d) => (d.info.description = 'Songs.')],
    ['an example changes', [], (d) => (getSong(d).responses[200].content['application/json'].example.title = 'Help!')],
    ['an example is added', [], (d) => (listSongs(d).responses[200].content['application/json'].example = [])],
    [
      'named examples are added',
      [],
      (d) =>
        (createSong(d).requestBody.content['application/json'].examples = {
          one: { value: { song: { title: 'Help!' } } },
        }),
    ],
    ['a tag is described', [], (d) => d.tags.push({ name: 'Other', description: 'The rest' })],
    ['documentation is linked', [], (d) => (d.externalDocs = { url: 'https://example.com/' })],
    ['sources are listed', [], (d) => (d['x-sources'] = { page: { title: 'The page', url: 'https://example.com/' } })],
    ['a summary is added', [], (d) => (listSongs(d).summary = 'List songs')],
    [
      'a source is named',
      [],
      (d) => (property(d, 'Song', 'year')['x-source'] = { ref: 'page', confidence: 'C', note: 'Guessed' }),
    ],
    [
      'fields stand in another order',
      [],
      (d) => {
        const { id, ...others } = schema(d, 'Song').properties;
        schema(d, 'Song').properties = { ...others, id };
      },
    ],
    [
      'a parameter moves to the components',
      [],
      (d) => {
        d.components.parameters = { Limit: listSongs(d).parameters[0] };
        listSongs(d).parameters[0] = { $ref: '#/components/parameters/Limit' };
      },
    ],
  ],

  none: [
    ['nothing is edited', [], () => {}],
    ['only the version rises', [], (d) => (d.info.version = '1.0.1')],
  ],
};
