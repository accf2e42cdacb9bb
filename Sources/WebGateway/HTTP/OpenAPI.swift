/// The description of the interface over HTTP, for programs that read such.
enum OpenAPI {
  static let document = #"""
    {"openapi":"3.1.0",
     "info":{"title":"Baton","version":"1","description":"Conversations over HTTP. The WebSocket at /chat is described with the frames."},
     "paths":{
      "/livez":{"get":{"summary":"The process answers","responses":{"200":{"description":"It does"}}}},
      "/readyz":{"get":{"summary":"Customers can be served","responses":{"200":{"description":"They can"},"503":{"$ref":"#/components/responses/Problem"}}}},
      "/metrics":{"get":{"summary":"Measures as Prometheus reads them","responses":{"200":{"description":"Text","content":{"text/plain":{}}}}}},
      "/openapi.json":{"get":{"summary":"This document","responses":{"200":{"description":"JSON","content":{"application/json":{}}}}}},
      "/chat/poll":{
       "post":{"summary":"Frames in, frames out, one a line","description":"Without a session the first frame is hello. With nothing to say the answer waits.",
        "parameters":[
         {"name":"Baton-Session","in":"header","required":false,"schema":{"type":"string"},"description":"From the answer before"},
         {"name":"wait_ms","in":"query","required":false,"schema":{"type":"integer","minimum":0,"maximum":20000}}],
        "requestBody":{"required":false,"content":{"application/x-ndjson":{"schema":{"type":"string"}}}},
        "responses":{
         "200":{"description":"Frames","content":{"application/x-ndjson":{"schema":{"type":"string"}}},
          "headers":{"Baton-Session":{"schema":{"type":"string"}},"Baton-Close":{"schema":{"type":"integer"},"description":"The close code, where the conversation has ended"}}},
         "default":{"$ref":"#/components/responses/Problem"}}},
       "options":{"summary":"Leave for pages of listed origins","responses":{"204":{"description":"Granted"},"403":{"$ref":"#/components/responses/Problem"}}}},
      "/v3/directline/tokens/generate":{"post":{"summary":"A conversation and a token for it","responses":{"200":{"$ref":"#/components/responses/Grant"},"default":{"$ref":"#/components/responses/Problem"}}}},
      "/v3/directline/tokens/refresh":{"post":{"summary":"A fresh token for the conversation of this one","responses":{"200":{"$ref":"#/components/responses/Grant"},"default":{"$ref":"#/components/responses/Problem"}}}},
      "/v3/directline/conversations":{"post":{"summary":"Begin a conversation, or go into that of a token","responses":{"201":{"$ref":"#/components/responses/Grant"},"default":{"$ref":"#/components/responses/Problem"}}}},
      "/v3/directline/conversations/{id}":{"get":{"summary":"Come back to a conversation","parameters":[{"$ref":"#/components/parameters/Conversation"}],"responses":{"200":{"$ref":"#/components/responses/Grant"},"default":{"$ref":"#/components/responses/Problem"}}}},
      "/v3/directline/conversations/{id}/activities":{
       "get":{"summary":"What was said behind a watermark","parameters":[{"$ref":"#/components/parameters/Conversation"},{"name":"watermark","in":"query","required":false,"schema":{"type":"string"}}],
        "responses":{"200":{"description":"Activities","content":{"application/json":{"schema":{"type":"object","properties":{"activities":{"type":"array","items":{"type":"object"}},"watermark":{"type":"string"}}}}}},"default":{"$ref":"#/components/responses/Problem"}}},
       "post":{"summary":"Say something","parameters":[{"$ref":"#/components/parameters/Conversation"}],"requestBody":{"required":true,"content":{"application/json":{"schema":{"type":"object"}}}},
        "responses":{"200":{"description":"Its id","content":{"application/json":{"schema":{"type":"object","properties":{"id":{"type":"string"}}}}}},"default":{"$ref":"#/components/responses/Problem"}}}},
      "/webhooks/rest/":{"get":{"summary":"Rasa's REST channel is here","responses":{"200":{"description":"It is","content":{"application/json":{}}}}}},
      "/webhooks/rest/webhook":{
       "post":{"summary":"A line, and what is said to it",
        "parameters":[{"name":"stream","in":"query","required":false,"schema":{"type":"string","enum":["true","false"]}}],
        "requestBody":{"required":true,"content":{"application/json":{"schema":{"type":"object","properties":{"sender":{"type":"string"},"message":{"type":"string"}}}}}},
        "responses":{
         "200":{"description":"What is said","content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/Said"}}}}},
         "default":{"$ref":"#/components/responses/Problem"}}},
       "options":{"summary":"Leave for pages of listed origins","responses":{"204":{"description":"Granted"},"403":{"$ref":"#/components/responses/Problem"}}}}},
     "components":{
      "parameters":{"Conversation":{"name":"id","in":"path","required":true,"schema":{"type":"string"}}},
      "responses":{"Problem":{"description":"RFC 9457","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},
       "Grant":{"description":"A conversation","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Grant"}}}}},
      "schemas":{
       "Grant":{"type":"object","required":["conversationId"],"properties":{"conversationId":{"type":"string"},"token":{"type":"string"},"expires_in":{"type":"integer"}}},
       "Problem":{"type":"object","required":["type","title","status","detail"],"properties":{"type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},"detail":{"type":"string"}}},
       "Said":{"type":"object","required":["recipient_id","text"],"properties":{"recipient_id":{"type":"string"},"text":{"type":"string"},
        "buttons":{"type":"array","items":{"type":"object","required":["title","payload"],"properties":{"title":{"type":"string"},"payload":{"type":"string"}}}}}}}}}
    """#
}
