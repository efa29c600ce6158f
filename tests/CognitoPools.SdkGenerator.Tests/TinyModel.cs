namespace CognitoPools.SdkGenerator.Tests;

/// <summary>A service with one operation of each kind.</summary>
internal static class TinyModel
{
    public const string Json = """
        {
          "service": "Tea Room", "version": "2024-01-01", "protocol": "json", "target": "TeaRoom", "signingName": "tea",
          "namespace": "Amazon.TeaRoom", "client": "AmazonTeaRoom",
          "operations": {
            "Brew": {
              "input": "BrewInput", "output": "Pot", "overloads": [["Leaf"]],
              "answer": { "members": ["PotId=[0-9]+", "Label", "Cup.Kind"], "asked": ["Leaf"], "source": "taste" }, "errors": ["TooHotException"]
            },
            "Spill": { "unsigned": true, "errors": [] },
            "Stir": { "input": "BrewInput", "output": "Pot", "answer": { "asked": ["Leaf"], "source": "[?]" }, "errors": [] }
          },
          "errors": { "TooHotException": { "code": "TooHot", "status": 409 } },
          "shapes": {
            "BrewInput": { "type": "structure", "required": ["Leaf"], "members": { "Leaf": "leafName", "Minutes": "minutes", "Notes": "notes" } },
            "Cup": { "type": "structure", "dotnet": "TeaCup", "members": { "Kind": "cupKind" } },
            "cupKind": { "type": "string", "enum": ["Glass", "Equals"] },
            "leafName": { "type": "string", "min": 1, "max": 9, "pattern": "[\\w\"]+", "sensitive": true },
            "minutes": { "type": "integer", "min": 1 },
            "notes": { "type": "map", "key": "leafName", "value": "text", "max": 2 },
            "Pot": { "type": "structure", "members": {
              "PotId": "text", "Label": "text", "Leaf": "leafName", "Cup": "Cup", "Cups": "cups", "Brewed": "moment" } },
            "cups": { "type": "list", "member": "Cup" },
            "moment": { "type": "timestamp" },
            "text": { "type": "string" }
          }
        }
        """;
}
