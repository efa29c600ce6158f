using System.Text.Json;
using System.Text.RegularExpressions;
using CognitoPools.Roles;

namespace CognitoPools.Documents.Templates;

/// <summary>Converts the texts and policies of a document to values of a Terraform configuration.</summary>
/// <param name="names">The values of the placeholders.</param>
/// <param name="poolAddress">The address of the pool.</param>
internal sealed class TerraformText(LiveNames names, string poolAddress)
{
    public const string Caller = "data.aws_caller_identity.current";
    public const string Partition = "data.aws_partition.current";
    public const string Region = "data.aws_region.current";

    private static readonly Regex Identifier = new(@"\A[A-Za-z_][A-Za-z0-9_-]*\z", RegexOptions.CultureInvariant);

    /// <summary>A text that can contain placeholders.</summary>
    /// <param name="text">A text of a document.</param>
    public HclValue Value(string text)
    {
        var parts = TextPart.Of(text, names);
        return HclValue.Expression(parts is [{ IsPlaceholder: true } only] ? Expression(only.Text) : Quoted(parts));
    }

    /// <summary>A policy as the argument of <c>jsonencode</c>.</summary>
    /// <param name="json">The policy as JSON with placeholders.</param>
    public HclValue Policy(string json) => HclValue.Call("jsonencode", Value(PolicyJson.ParseObject(json)));

    /// <summary>The entries of a table of literal texts.</summary>
    /// <param name="table">The table.</param>
    public static HclValue Table(IEnumerable<KeyValuePair<string, string>> table) => HclValue.Object(
        [.. table.Select(entry => (Key(entry.Key), HclValue.Text(entry.Value)))]);

    /// <summary>The name of a member with literal text.</summary>
    /// <param name="name">The name.</param>
    // An object whose first name is 'for' would be parsed as a for expression.
    public static string Key(string name) => Identifier.IsMatch(name) && name != "for" ? name : HclValue.Quoted(name);

    private HclValue Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => HclValue.Object(
            [.. element.EnumerateObject().Select(member => (MemberName(member.Name), Value(member.Value)))]),
        JsonValueKind.Array => HclValue.List([.. element.EnumerateArray().Select(Value)]),
        JsonValueKind.String => Value(element.GetString()!),
        _ => HclValue.Expression(element.GetRawText()),
    };

    private string MemberName(string name)
    {
        var parts = TextPart.Of(name, names);
        return parts is [{ IsPlaceholder: false } only] ? Key(only.Text) : Quoted(parts);
    }

    private string Quoted(IReadOnlyList<TextPart> parts) =>
        $"\"{TextPart.Join(parts, HclValue.Escaped, name => $"${{{Expression(name)}}}")}\"";

    private string Expression(string placeholder) => placeholder switch
    {
        DocumentPlaceholders.AccountId => $"{Caller}.account_id",
        // In every version of the provider, the id is the name of the Region. This is not true of the attribute 'name'.
        DocumentPlaceholders.Region => $"{Region}.id",
        DocumentPlaceholders.Partition => $"{Partition}.partition",
        DocumentPlaceholders.DnsSuffix => $"{Partition}.dns_suffix",
        _ => $"{poolAddress}.id",
    };
}
