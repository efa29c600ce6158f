using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Amazon.Runtime;

namespace CognitoPools.Account;

/// <summary>Summarizes a request. Only the fields listed here are read, so that no login token, secret or document gets
/// into a message.</summary>
internal static class CallSummary
{
    private static readonly string[] Named =
    [
        "IdentityPoolId", "IdentityPoolName", "IdentityId", "ResourceArn", "RoleName", "PolicyName", "PolicyArn", "PathPrefix",
        "OpenIDConnectProviderArn", "SAMLProviderArn", "DeveloperProviderName", "IdentityProviderName",
    ];

    private static readonly string[] Counted = ["IdentityIdsToDelete"];

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    public static string? Of(AmazonWebServiceRequest request)
    {
        var parts = Properties.GetOrAdd(request.GetType(), Find)
            .Select(property => (property.Name, Value: property.GetValue(request)))
            .Where(field => field.Value is not null)
            .Select(field => field.Value is ICollection list ? $"{list.Count} in {field.Name}" : $"{field.Name} {field.Value}")
            .ToList();
        return parts.Count == 0 ? null : string.Join(", ", parts);
    }

    private static PropertyInfo[] Find(Type request) => Named.Concat(Counted)
        .Select(name => request.GetProperty(name, BindingFlags.Public | BindingFlags.Instance))
        .OfType<PropertyInfo>()
        .ToArray();
}
