Invariant: waw-text
Description: "The text is not empty."
* severity = #error
* expression = "content.ofType(string).trim().length() > 0"
