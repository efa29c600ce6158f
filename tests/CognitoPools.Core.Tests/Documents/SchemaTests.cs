using System.Runtime.CompilerServices;
using System.Text.Json;
using CognitoPools.Documents;

namespace CognitoPools.Core.Tests.Documents;

/// <summary>The published schema and the reader of documents know the same keys and the same choices.</summary>
public class SchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText(PathOfSchema())).RootElement;

    public static TheoryData<string, string[]> Objects => new()
    {
        { "", [.. PoolDocumentKeys.OfDocument] },
        { "provider", [.. PoolDocumentKeys.OfProvider] },
        { "rule", [.. PoolDocumentKeys.OfRule] },
        { "role", [.. PoolDocumentKeys.OfRole] },
        { "reference", [PoolDocumentKeys.Arn] },
    };

    [Theory]
    [MemberData(nameof(Objects))]
    public void An_object_has_the_keys_that_the_reader_takes(string name, string[] keys)
    {
        var described = name.Length == 0 ? Schema : Schema.GetProperty("definitions").GetProperty(name);

        var taken = described.GetProperty("properties").EnumerateObject().Select(key => key.Name);
        Assert.Equal(keys.Order(StringComparer.Ordinal), taken.Order(StringComparer.Ordinal));
        Assert.False(described.GetProperty("additionalProperties").GetBoolean());
    }

    [Theory]
    [InlineData("", "basicFlow", typeof(BasicFlowState))]
    [InlineData("provider", "roleSetting", typeof(RoleSetting))]
    [InlineData("provider", "roleResolution", typeof(RoleResolution))]
    [InlineData("rule", "operator", typeof(RuleOperator))]
    public void A_choice_has_the_members_of_its_enumeration(string name, string key, Type type)
    {
        var described = name.Length == 0 ? Schema : Schema.GetProperty("definitions").GetProperty(name);

        Assert.Equal(
            Enum.GetNames(type).Order(StringComparer.Ordinal),
            described.GetProperty("properties").GetProperty(key).GetProperty("enum").EnumerateArray().Select(choice => choice.GetString())
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_version_is_the_one_that_is_written() => Assert.Equal(
        PoolDocumentKeys.CurrentVersion, Schema.GetProperty("properties").GetProperty("version").GetProperty("const").GetInt32());

    private static string PathOfSchema([CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "docs", "pool-document.schema.json");
}
