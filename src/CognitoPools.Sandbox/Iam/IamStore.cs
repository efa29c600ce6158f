using System.Security.Cryptography;

namespace CognitoPools.Sandbox.Iam;

/// <summary>The IAM of the account in one partition. Callers must lock <see cref="Gate"/> to read or change it.</summary>
internal sealed class IamStore(string partition, string accountId)
{
    private const string IdLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public object Gate { get; } = new();

    /// <summary>The roles by name. Names are unique, regardless of case and path.</summary>
    public SortedDictionary<string, IamRole> Roles { get; } = new(StringComparer.OrdinalIgnoreCase);

    public SortedDictionary<string, IamPolicy> Policies { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, IamInstanceProfile> InstanceProfiles { get; } = new(StringComparer.OrdinalIgnoreCase);

    public SortedDictionary<string, IamOpenIdConnectProvider> OpenIdConnectProviders { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, IamSamlProvider> SamlProviders { get; } = new(StringComparer.Ordinal);

    public static string NewId(string prefix)
    {
        var bytes = new byte[17];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(bytes);
        return prefix + new string([.. bytes.Select(value => IdLetters[value % IdLetters.Length])]);
    }

    public string Arn(string resource) => $"arn:{partition}:iam::{accountId}:{resource}";

    /// <summary>Whether a service accepts the role: it exists, and the IAM delay is over.</summary>
    public bool IsUsable(string arn, DateTimeOffset now, TimeSpan delay) => Usable(arn, now, delay) is not null;

    /// <summary>The role if a service accepts it, otherwise null. The role must exist with this path, and the IAM delay must be
    /// over.</summary>
    public IamRole? Usable(string arn, DateTimeOffset now, TimeSpan delay)
    {
        lock (Gate)
        {
            return Roles.TryGetValue(arn.Substring(arn.LastIndexOf('/') + 1), out var role)
                && role.Arn == arn
                && (delay == TimeSpan.Zero || role.TrustedSince + delay <= now)
                ? role
                : null;
        }
    }

    /// <summary>The audiences for which an OpenID Connect provider is registered. None if the provider does not exist.</summary>
    public IReadOnlyList<string> ClientIdsOf(string arn)
    {
        lock (Gate)
            return OpenIdConnectProviders.TryGetValue(arn, out var provider) ? provider.ClientIds : [];
    }

    public bool HasOpenIdConnectProvider(string arn)
    {
        lock (Gate)
            return OpenIdConnectProviders.ContainsKey(arn);
    }

    public bool HasSamlProvider(string arn)
    {
        lock (Gate)
            return SamlProviders.ContainsKey(arn);
    }

    public string AddOpenIdConnectProvider(string url, IEnumerable<string> clientIds, DateTimeOffset now)
    {
        var start = Arn("oidc-provider/");
        if (url.StartsWith("arn:", StringComparison.Ordinal) && !url.StartsWith(start, StringComparison.Ordinal))
            throw new ArgumentException($"The ARN of an OpenID Connect provider must begin with '{start}'.", nameof(url));
        var host = url.StartsWith(start, StringComparison.Ordinal) ? url.Substring(start.Length) : OidcIssuer.Host(url);
        if (OidcIssuer.WithoutSlash(host).Length == 0)
            throw new ArgumentException("An OpenID Connect provider must have an issuer.", nameof(url));
        var provider = new IamOpenIdConnectProvider(start + host, host, [.. clientIds], now);
        lock (Gate)
        {
            // A token of one would be valid for the other.
            var twin = OpenIdConnectProviders.Keys.FirstOrDefault(
                arn => OidcIssuer.WithoutSlash(arn) == OidcIssuer.WithoutSlash(provider.Arn));
            return Add(OpenIdConnectProviders, twin ?? provider.Arn, provider, twin ?? provider.Arn);
        }
    }

    public string AddSamlProvider(string name, DateTimeOffset? validUntil, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new ArgumentException("A SAML provider must have a name.", nameof(name));
        var provider = new IamSamlProvider(
            Arn($"saml-provider/{name}"), name, NewId("ASPA"), validUntil ?? now.AddYears(10), now);
        return Add(SamlProviders, provider.Arn, provider, provider.Arn);
    }

    public string AddManagedPolicy(string name, string document, bool awsManaged, string path, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new ArgumentException("A managed policy must have a name.", nameof(name));
        var arn = awsManaged ? $"arn:{partition}:iam::aws:policy{path}{name}" : Arn($"policy{path}{name}");
        return Add(Policies, arn, new IamPolicy(name, path, NewId("ANPA"), arn, document, now), arn);
    }

    // Trust policies are not checked: accounts contain roles that are older than IAM's checks.
    public string PutRole(string name, string trustPolicy, string path, string? permissionsBoundary, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new ArgumentException("A role must have a name.", nameof(name));
        lock (Gate)
        {
            if (permissionsBoundary is not null && !Policies.ContainsKey(permissionsBoundary))
            {
                throw new ArgumentException(
                    $"PermissionsBoundary: managed policy '{permissionsBoundary}' does not exist in the sandbox.", nameof(permissionsBoundary));
            }
            var role = Roles.TryGetValue(name, out var known)
                ? known
                : new IamRole(name, path, NewId("AROA"), Arn($"role{path}{name}"), now)
                {
                    TrustPolicy = trustPolicy,
                    TrustedSince = now,
                };
            Roles[name] = role with
            {
                TrustPolicy = trustPolicy,
                TrustedSince = now,
                PermissionsBoundary = permissionsBoundary ?? role.PermissionsBoundary,
            };
            return role.Arn;
        }
    }

    public string AddInstanceProfile(string roleName, string profileName, DateTimeOffset now)
    {
        lock (Gate)
        {
            if (!Roles.TryGetValue(roleName, out var role))
                throw new ArgumentException($"Role '{roleName}' does not exist in the sandbox.", nameof(roleName));
            var profile = new IamInstanceProfile(
                profileName, NewId("AIPA"), Arn($"instance-profile/{profileName}"), role.Name, now);
            return Add(InstanceProfiles, profileName, profile, profile.Arn);
        }
    }

    /// <summary>Creates an independent copy.</summary>
    public IamStore Clone()
    {
        lock (Gate)
        {
            var clone = new IamStore(partition, accountId);
            Copy(Roles, clone.Roles);
            Copy(Policies, clone.Policies);
            Copy(InstanceProfiles, clone.InstanceProfiles);
            Copy(OpenIdConnectProviders, clone.OpenIdConnectProviders);
            Copy(SamlProviders, clone.SamlProviders);
            return clone;
        }
    }

    private static void Copy<T>(SortedDictionary<string, T> from, SortedDictionary<string, T> to)
    {
        foreach (var item in from)
            to.Add(item.Key, item.Value);
    }

    private string Add<T>(SortedDictionary<string, T> items, string key, T item, string arn)
    {
        lock (Gate)
        {
            if (items.ContainsKey(key))
                throw new ArgumentException($"'{arn}' already exists in the sandbox.", nameof(key));
            items.Add(key, item);
            return arn;
        }
    }
}
