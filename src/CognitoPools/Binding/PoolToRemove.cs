using System.Collections;
using System.Management.Automation;
using System.Text.RegularExpressions;
using CognitoPools.Errors;

namespace CognitoPools.Binding;

/// <summary>
/// Refuses what names a pool but is not one. An identity, a role or a provider says which pool it belongs to, and a
/// cmdlet that destroys takes what it destroys and nothing else, also after CSV, JSON, CLIXML, Select-Object or a job,
/// which leave only the names of the properties.
/// </summary>
internal static class PoolToRemove
{
    // What Export-Clixml, a job and Select-Object make of a type name of ours.
    private static readonly Regex OwnTypeName = new(
        @"\A(Deserialized\.|Selected\.)*CognitoPools\.([A-Za-z]+\.)*(?<type>[A-Za-z]+)\z", RegexOptions.CultureInvariant);

    // What a type of ours is, and the cmdlet that was probably meant. What is not listed here and is no pool is refused
    // without a suggestion.
    private static readonly Dictionary<string, (string Kind, string Meant)> OwnTypes = new(StringComparer.Ordinal)
    {
        [nameof(PoolIdentity)] = ("an identity", RemoveIdentity),
        [nameof(PoolIdentityRemoval)] = ("the result of a removal", RemoveIdentity),
        [nameof(
            PoolIdentityMeasurement)] =
                ("a measurement", "Get-PoolIdentity '{0}' | Remove-PoolIdentity removes the pool's identities."),
        [nameof(
            PoolDeveloperIdentity)] =
                (
                    "a developer identity",
                    "Remove-PoolDeveloperIdentity removes the user identifier, Remove-PoolIdentity the identity."),
        [nameof(PoolRole)] = ("a role", RemoveRole),
        [nameof(PoolRoleDecision)] = ("a role decision", ""),
        [nameof(PoolIdentityProvider)] = ("a provider", RemoveProvider),
        [nameof(PoolCredential)] = ("a credential", RemoveIdentity),
        [nameof(PoolOpenIdToken)] = ("a token", RemoveIdentity),
    };

    // The property by which a row of a file, or a selected object, shows what it is. The more specific ones come first.
    private static readonly (string Property, string Type)[] Marks =
    [
        ("AccessKeyId", nameof(PoolCredential)),
        ("DeveloperUserIdentifier", nameof(PoolDeveloperIdentity)),
        ("Token", nameof(PoolOpenIdToken)),
        ("Status", nameof(PoolIdentityRemoval)),
        ("IdentityId", nameof(PoolIdentity)),
        ("RoleArn", nameof(PoolRole)),
        ("RoleName", nameof(PoolRole)),
        ("RoleMappingKey", nameof(PoolIdentityProvider)),
        ("LoginKey", nameof(PoolIdentityProvider)),
        ("Key", nameof(PoolIdentityProvider)),
        ("PassedOver", nameof(PoolRoleDecision)),
        ("IdentityType", nameof(PoolRoleDecision)),
        ("OldestCreation", nameof(PoolIdentityMeasurement)),
        ("Guests", nameof(PoolIdentityMeasurement)),
    ];

    private const string RemoveIdentity = "Remove-PoolIdentity removes an identity.";
    private const string RemoveRole = "Set-PoolRole -None takes a role from the pool.";
    private const string RemoveProvider = "Remove-PoolIdentityProvider removes a provider.";

    /// <summary>Checks what the user gave.</summary>
    /// <param name="value">The value of -IdentityPool.</param>
    /// <exception cref="PoolException">It is something else that names a pool.</exception>
    public static void Check(object? value)
    {
        var inner = Unwrapped.Object(value);
        if (inner is null or string or IdentityPool || OwnType(value!) == nameof(IdentityPool))
            return;
        var type = OwnType(value!) ?? Array.Find(Marks, mark => Has(value!, mark.Property)).Type;
        if (type is null)
            return;
        var pool = Unwrapped.Property(value!, "IdentityPoolId") ?? "";
        var (kind, meant) = OwnTypes.TryGetValue(type, out var known) ? known : ($"an object of the type {type}", "");
        var what = pool.Length == 0 ? kind : $"{kind} of identity pool '{pool}'";
        throw new PoolException(PoolErrorId.NotAnIdentityPool, what, meant.Replace("{0}", pool));
    }

    private static string? OwnType(object value) => PSObject.AsPSObject(value).TypeNames
        .Select(name => OwnTypeName.Match(name))
        .FirstOrDefault(match => match.Success)?.Groups["type"].Value;

    private static bool Has(object value, string property) => Unwrapped.Object(value) is IDictionary table
        ? table.Keys.Cast<object>().Any(key => string.Equals(key.ToString(), property, StringComparison.OrdinalIgnoreCase))
        : PSObject.AsPSObject(value).Properties[property] is not null;
}
