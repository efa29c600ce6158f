using CognitoPools.Account;
using CognitoPools.Pools;
using CognitoPools.Roles;

namespace CognitoPools.Documents;

/// <summary>Reads the roles of a pool, and converts both to the definition of a document.</summary>
/// <param name="connection">The account.</param>
internal sealed class PoolDefinitionReader(AccountConnection connection)
{
    /// <summary>The definition of a pool.</summary>
    /// <param name="pool">The complete pool.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The definition. A role that cannot be read or no longer exists is only a reference, with a warning.</returns>
    public async Task<LivePool> ReadAsync(IdentityPool pool, CancellationToken cancellationToken)
    {
        var names = new LiveNames(await AccountAsync(pool, cancellationToken).ConfigureAwait(false), pool.Region, pool.IdentityPoolId);
        var portable = new Portability(names);
        var warnings = new List<string>();
        var keys = RoleKeys.Of(pool, await UnusedAsync(pool, warnings, cancellationToken).ConfigureAwait(false));
        var read = await Task.WhenAll(keys.Select(pair => ReadRoleAsync(pool, pair.Key, pair.Value, portable, cancellationToken)))
            .ConfigureAwait(false);
        var definition = new PoolDefinition
        {
            Name = pool.Name,
            Region = DocumentPlaceholders.Of(DocumentPlaceholders.Region),
            GuestAccess = pool.GuestAccess,
            BasicFlow = pool.BasicFlow,
            AuthenticatedRole = pool.AuthenticatedRole is { } authenticated ? keys[authenticated] : null,
            GuestRole = pool.GuestRole is { } guest ? keys[guest] : null,
            Providers =
            [
                .. pool.Providers.Select(provider => Portable(provider, keys, portable))
                    .OrderBy(provider => provider.Type)
                    .ThenBy(provider => provider.Key, StringComparer.Ordinal),
            ],
            Secrets = pool.Providers.Where(HasSecret)
                .ToDictionary(provider => provider.Name, SecretName, StringComparer.Ordinal),
            Tags = Collections.Strings(pool.Tags.Where(tag => !PoolRules.IsReserved(tag.Key))),
            Roles = read.ToDictionary(role => role.Key, role => role.Definition, StringComparer.Ordinal),
        };
        return new LivePool(definition, names)
        {
            Roles = read.ToDictionary(role => role.Key, role => role.Live, StringComparer.Ordinal),
            Warnings = [.. read.Select(role => role.Warning).OfType<string>(), .. warnings],
            Unread = [.. Unread(read), .. warnings],
        };
    }

    /// <summary>Whether the application id of a provider contains a secret.</summary>
    public static bool HasSecret(PoolIdentityProvider provider) =>
        provider.ClientId is not null && provider.ShownClientId != provider.ClientId;

    /// <summary>The name of the secret of a provider in -Value.</summary>
    public static string SecretName(PoolIdentityProvider provider) => $"{provider.Type}Secret";

    /// <summary>The roles that were created for the pool and that nothing in it uses. Tokens may name them.</summary>
    private async Task<IReadOnlyList<string>> UnusedAsync(IdentityPool pool, List<string> warnings, CancellationToken cancellationToken)
    {
        var iam = new IamRoles(connection, pool.Region);
        var used = RoleKeys.Of(pool);
        var unused = new List<string>();
        try
        {
            foreach (var listed in await iam.ListUnderPathOfAsync(pool.IdentityPoolId, cancellationToken).ConfigureAwait(false))
            {
                if (!used.ContainsKey(listed.Arn)
                    && await iam.FindAsync(listed.Name, cancellationToken).ConfigureAwait(false) is { } role
                    && role.IsMadeFor(pool.IdentityPoolId))
                {
                    unused.Add(role.Arn);
                }
            }
        }
        catch (Exception refusal) when (AwsErrors.IsNotAuthorized(refusal))
        {
            warnings.Add($"Roles that were created for the pool but that only tokens name could not be searched for: {Sentences.Ended(refusal.Message)}");
        }
        return unused;
    }

    private async Task<string?> AccountAsync(IdentityPool pool, CancellationToken cancellationToken)
    {
        if (await connection.FindAccountIdAsync(pool.Region, cancellationToken).ConfigureAwait(false) is { } number)
            return number;
        var arn = pool.Arn ?? pool.AuthenticatedRole ?? pool.GuestRole;
        return arn is not null && arn.Split(':') is { Length: > 4 } parts ? parts[4] : null;
    }

    private static PoolIdentityProvider Portable(
        PoolIdentityProvider provider, IReadOnlyDictionary<string, string> keys, Portability portable) => provider with
        {
            IdentityPoolId = null,
            Connection = null,
            Name = provider.Type is ProviderType.OpenIdConnect or ProviderType.Saml ? portable.Arn(provider.Name) : provider.Name,
            ClientId = HasSecret(provider) ? ConsumerKey(provider.ClientId!) : provider.ClientId,
            Rules = [.. provider.Rules.Select(rule => rule with { Role = keys[rule.Role] })],
        };

    // Without a semicolon, it is unknown whether the text is the key or the secret.
    private static string? ConsumerKey(string clientId) =>
        clientId.IndexOf(';') is > 0 and var end ? clientId.Substring(0, end) : null;

    private sealed record ReadRole(string Key, RoleDefinition Definition, LiveRole Live, string? Warning, string? NotRead);

    // The reasons for several roles usually differ only in the role, so one of them stands for all.
    private static IEnumerable<string> Unread(IEnumerable<ReadRole> roles) => roles
        .Where(role => role.NotRead is not null)
        .GroupBy(role => role.NotRead!.Replace(role.Live.Arn, "").Replace(role.Live.Name, ""), StringComparer.Ordinal)
        .Select(alike => $"IAM role{(alike.Count() == 1 ? "" : "s")} "
            + $"{Sentences.List([.. alike.Select(role => $"'{role.Live.Name}'")], "and")}: {Sentences.Ended(alike.First().NotRead!)}");

    private async Task<ReadRole> ReadRoleAsync(
        IdentityPool pool, string arn, string key, Portability portable, CancellationToken cancellationToken)
    {
        try
        {
            var named = await NamedRole.FindAsync(connection, pool.Region, "Role", arn, cancellationToken).ConfigureAwait(false);
            if (named.Facts is not { } facts)
                return Reference(named.NotRead!, named.ReadError);
            if (facts.TrustDocument is null || facts.TrustProblem is not null)
            {
                return Reference(
                    $"The trust policy of IAM role '{facts.Name}' could not be understood: {facts.TrustProblem}",
                    $"the trust policy could not be understood: {facts.TrustProblem}");
            }
            var (inline, attached) = await PoliciesAsync(pool.Region, facts.Name, cancellationToken).ConfigureAwait(false);
            var definition = Define(pool, key, facts, portable) with
            {
                InlinePolicies = inline.ToDictionary(
                    policy => policy.Key, policy => portable.PermissionsPolicy(policy.Value), StringComparer.Ordinal),
                AttachedPolicies = [.. attached.Select(portable.Arn).OrderBy(policy => policy, StringComparer.Ordinal)],
            };
            var live = new LiveRole(facts.Name, facts.Arn, facts.Path) { HasPoolTag = facts.PoolTag == pool.IdentityPoolId };
            return new ReadRole(key, definition, live, null, null);
        }
        catch (InvalidSettingException missing)
        {
            return Reference(missing.Cause, notRead: null);
        }
        catch (Exception refusal) when (AwsErrors.IsNotAuthorized(refusal))
        {
            return Reference($"The policies of role {arn} could not be read: {refusal.Message}", refusal.Message);
        }

        ReadRole Reference(string why, string? notRead) => new(
            key,
            new RoleDefinition { Arn = portable.Arn(arn) },
            new LiveRole(RoleKeys.NameOf(arn), arn, ""),
            $"{Sentences.Ended(why)} The document only references the role.",
            notRead);
    }

    private static RoleDefinition Define(IdentityPool pool, string key, PoolRoleFacts facts, Portability portable)
    {
        var isDerived = key is RoleKeys.Authenticated or RoleKeys.Guest
            && RoleKeys.IsDerived(
                facts.Name, pool.Name, key == RoleKeys.Guest ? PoolIdentityType.Guest : PoolIdentityType.Authenticated);
        return new RoleDefinition
        {
            Name = isDerived ? null : RoleKeys.Suffixless(facts.Name, pool.IdentityPoolId),
            // Each pool has its own path.
            Path = facts.Path.StartsWith(NewRole.Root, StringComparison.Ordinal) ? null : facts.Path,
            Description = string.IsNullOrEmpty(facts.Description) ? null : facts.Description,
            MaxSessionDuration = facts.MaxSessionDuration == IamRoles.DefaultSession ? null : facts.MaxSessionDuration,
            TrustPolicy = portable.TrustPolicy(facts.TrustDocument!),
            PermissionsBoundary = facts.PermissionsBoundary is { } boundary ? portable.Arn(boundary) : null,
            Tags = Collections.Strings(facts.Tags.Where(tag => !RoleTagsChange.IsReserved(tag.Key))),
        };
    }

    private async Task<(IReadOnlyDictionary<string, string> Inline, IReadOnlyList<string> Attached)> PoliciesAsync(
        string region, string name, CancellationToken cancellationToken)
    {
        var policies = new RolePolicies(connection, region);
        var attached = policies.AttachedAsync(name, cancellationToken);
        var inline = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var policy in await policies.InlineAsync(name, cancellationToken).ConfigureAwait(false))
        {
            // A policy that was deleted after the listing is skipped.
            if (await policies.InlineDocumentAsync(name, policy, cancellationToken).ConfigureAwait(false) is { } document)
                inline[policy] = document;
        }
        return (inline, await attached.ConfigureAwait(false));
    }
}
