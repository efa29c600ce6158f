using System.Collections;
using System.Globalization;
using System.Text.Json;
using CognitoPools.Providers;

namespace CognitoPools.SignIn;

/// <summary>The claims of a token, or the attributes of a SAML assertion. Names are case-sensitive.</summary>
public sealed class SignInClaims
{
    /// <summary>The claim of a user pool's token that names one role.</summary>
    internal const string PreferredRole = "cognito:preferred_role";

    /// <summary>The claim of a user pool's token that lists roles.</summary>
    public const string Roles = "cognito:roles";

    /// <summary>The attribute of a SAML assertion that lists roles, each as role ARN and provider ARN between commas.</summary>
    internal const string SamlRoles = "https://aws.amazon.com/SAML/Attributes/Role";

    private const string AmazonUser = "user_id";

    private readonly Dictionary<string, ClaimValue> claims;

    private SignInClaims(Dictionary<string, ClaimValue> claims) => this.claims = claims;

    /// <summary>The claims of a guest: none.</summary>
    public static SignInClaims None { get; } = new([]);

    /// <summary>The names of the claims.</summary>
    public IEnumerable<string> Names => claims.Keys;

    /// <summary>A claim's value, or null.</summary>
    /// <param name="name">The claim.</param>
    public ClaimValue? this[string name] => claims.TryGetValue(name, out var value) ? value : null;

    /// <summary>Claims given as pairs.</summary>
    /// <param name="pairs">Name and value.</param>
    public static SignInClaims Of(IEnumerable<KeyValuePair<string, ClaimValue>> pairs)
    {
        var claims = new Dictionary<string, ClaimValue>(StringComparer.Ordinal);
        foreach (var pair in pairs)
            claims[pair.Key] = pair.Value;
        return new SignInClaims(claims);
    }

    /// <summary>The claims of a JSON object.</summary>
    /// <param name="json">The object.</param>
    /// <exception cref="FormatException">The text is not a JSON object. The message does not repeat it.</exception>
    public static SignInClaims Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new FormatException("the text is not a JSON object.");
            return Of(document.RootElement.EnumerateObject()
                .Where(claim => claim.Value.ValueKind != JsonValueKind.Null)
                .Select(claim => new KeyValuePair<string, ClaimValue>(claim.Name, Value(claim.Value))));
        }
        catch (JsonException exception)
        {
            throw new FormatException(string.Format(
                CultureInfo.InvariantCulture, "the text is not JSON (line {0}, position {1}).",
                exception.LineNumber + 1, exception.BytePositionInLine + 1));
        }
    }

    /// <summary>The claims of a hashtable: texts, numbers, booleans, dates and lists of them.</summary>
    /// <param name="table">The hashtable.</param>
    public static SignInClaims Read(IDictionary table) =>
        Of(table.Cast<DictionaryEntry>()
            .Where(entry => entry.Value is not null)
            .Select(entry => new KeyValuePair<string, ClaimValue>(Text(entry.Key), Value(entry.Value!))));

    /// <summary>The claims that rules can compare.</summary>
    /// <param name="type">The kind of provider whose token it is.</param>
    internal SignInClaims ForRules(ProviderType type) => ProviderClaims.AreBare(type) ? Only(ProviderClaims.Bare) : this;

    /// <summary>The claims that can become principal tags. They include Amazon's user_id, which the default mapping
    /// uses.</summary>
    /// <param name="type">The kind of provider whose token it is.</param>
    internal SignInClaims ForTags(ProviderType type) =>
        type == ProviderType.Amazon ? Only([.. ProviderClaims.Bare, AmazonUser]) : ForRules(type);

    private SignInClaims Only(IReadOnlyList<string> names) =>
        Of(claims.Where(claim => names.Contains(claim.Key, StringComparer.Ordinal)));

    private static ClaimValue Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => ClaimValue.Of(value.GetString()!),
        JsonValueKind.Array =>
            value.EnumerateArray()
                .All(item => item.ValueKind is JsonValueKind.String
                    or JsonValueKind.Number
                    or JsonValueKind.True
                    or JsonValueKind.False)
                ? new ClaimValue(
                    ClaimKind.List,
                    [.. value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String
                        ? item.GetString()!
                        : item.GetRawText())])
                : new ClaimValue(ClaimKind.Complex, [value.GetRawText()]),
        JsonValueKind.Object => new ClaimValue(ClaimKind.Complex, [value.GetRawText()]),
        _ => new ClaimValue(ClaimKind.Scalar, [value.GetRawText()]),
    };

    private static ClaimValue Value(object value) => value switch
    {
        string text => ClaimValue.Of(text),
        bool flag => new ClaimValue(ClaimKind.Scalar, [flag ? "true" : "false"]),
        IDictionary => new ClaimValue(ClaimKind.Complex, ["{}"]),
        IEnumerable items => new ClaimValue(ClaimKind.List, [.. items.Cast<object?>().Select(Text)]),
        IFormattable and not (DateTime or DateTimeOffset or Guid or Enum) => new ClaimValue(ClaimKind.Scalar, [Text(value)]),
        _ => ClaimValue.Of(Text(value)),
    };

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
