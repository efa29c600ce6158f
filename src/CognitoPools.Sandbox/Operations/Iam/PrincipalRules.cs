using System.Text.RegularExpressions;
using CognitoPools.Account;
using CognitoPools.Roles;
using CognitoPools.Sandbox.Iam;

namespace CognitoPools.Sandbox.Operations.Iam;

/// <summary>IAM's rules for the principals of a trust policy.</summary>
internal static class PrincipalRules
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    // Providers that IAM knows although nobody added them.
    private static readonly string[] PublicProviders = ["accounts.google.com", "graph.facebook.com", "www.amazon.com"];
    private static readonly Regex Provider = new(
        @"\Aarn:aws[a-z-]*:iam::[0-9]{12}:(?<type>oidc|saml)-provider/\S+\z", Options);
    private static readonly Regex Service = new(@"\A[a-z0-9-]+(?:\.[a-z0-9-]+)+\z", Options);
    private static readonly Regex CanonicalUser = new(@"\A[0-9a-f]{64}\z", Options);
    private static readonly Regex Account = new(
        @"\A(?:\*|[0-9]{12}|A[A-Z0-9]{15,127}|arn:aws[a-z-]*:(?:iam::[0-9]{12}:(?:root|(?:user|role)/[!-~]+)"
            + @"|sts::[0-9]{12}:(?:assumed-role/[^/\s]+/[^/\s]+|federated-user/\S+)))\z",
        Options);

    /// <summary>IAM's message about a principal that is not valid, or null.</summary>
    public static string? Refusal(TrustPrincipal principal, IamStore iam) => principal.Type switch
    {
        "*" => null,
        TrustPrincipal.Federated => OfFederated(principal.Value, iam),
        "AWS" => Account.IsMatch(principal.Value) ? null : Invalid("AWS", principal.Value),
        "Service" => Service.IsMatch(principal.Value) ? null : Invalid("SERVICE", principal.Value),
        "CanonicalUser" => CanonicalUser.IsMatch(principal.Value) ? null : Invalid("CANONICALUSER", principal.Value),
        var other => $"Invalid principal in policy: \"{other}\"",
    };

    private static string? OfFederated(string name, IamStore iam)
    {
        if (PublicProviders.Contains(name, StringComparer.Ordinal)
            || AwsPartition.All.Any(partition => partition.CognitoPrincipal == name))
        {
            return null;
        }
        if (Provider.Match(name) is not { Success: true } provider)
        {
            return Service.IsMatch(name)
                ? Invalid("FEDERATED", name)
                : "Federated principals must be valid domain names or SAML metadata ARNs";
        }
        var exists = provider.Groups["type"].Value == "oidc" ? iam.HasOpenIdConnectProvider(name) : iam.HasSamlProvider(name);
        return exists ? null : Invalid("FEDERATED", name);
    }

    private static string Invalid(string type, string name) => $"Invalid principal in policy: \"{type}\":\"{name}\"";
}
