/** The parts of an OpenAPI 3.1 document that are looked at here. https://spec.openapis.org/oas/v3.1.1.html */
export interface Document {
  readonly openapi: string
  info: { title: string; version: string; description?: string }
  security?: readonly Security[]
  tags?: readonly { name: string; description: string }[]
  paths: Record<string, Record<string, Operation>>
  components: {
    schemas: Record<string, Schema>
    headers?: Record<string, unknown>
    securitySchemes?: Record<string, unknown>
  }
}

export type Security = Readonly<Record<string, readonly string[]>>

export interface Operation {
  summary?: string
  description?: string
  operationId?: string
  tags?: string[]
  security?: readonly Security[]
  parameters?: Parameter[]
  requestBody?: { required?: boolean; content: Record<string, Content> }
  responses: Record<string, Response>
}

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly required?: boolean
  readonly description?: string
  readonly schema: Schema
  example?: unknown
}

export interface Content {
  schema?: Schema
  example?: unknown
}

export interface Response {
  description: string
  headers?: Record<string, unknown>
  content?: Record<string, Content>
  /** The codes that refusals of this status bear. */
  'x-codes'?: string[]
}

/** JSON Schema 2020-12, as far as schemas of ours go. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly default?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
}

/** Every operation under its name, such as `POST /api/v1/workspaces`. */
export function operationsOf({ paths }: Pick<Document, 'paths'>): [name: string, operation: Operation][] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  )
}

/** The schema a reference names, or the schema itself. */
export function resolved(schema: Schema, { components }: Pick<Document, 'components'>): Schema {
  const name = schema.$ref?.replace('#/components/schemas/', '')
  return name === undefined ? schema : resolved(components.schemas[name] ?? {}, { components })
}
