using System.Runtime.CompilerServices;
using CognitoPools.Account;
using CognitoPools.Audit.Checks.Account;
using CognitoPools.Audit.Model;
using CognitoPools.Fleet;
using CognitoPools.Pools;
using CognitoPools.Roles;

namespace CognitoPools.Audit;

/// <summary>Checks the roles of the account that trust identity pools. It finds roles that no pool uses, and roles that accept a pool
/// that does not use them.</summary>
/// <param name="connection">The account.</param>
/// <param name="uses">The pools of the Regions, with the roles that they use.</param>
/// <param name="wanted">Whether a check is selected.</param>
internal sealed class AccountAudit(AccountConnection connection, PoolRoleUses uses, Func<CheckInfo, bool> wanted)
{
    private readonly Dictionary<string, KnownPool> audited = new(StringComparer.Ordinal);

    /// <summary>Adds a pool that was audited.</summary>
    /// <param name="pool">The pool.</param>
    public void Add(AuditedPool pool)
    {
        lock (audited)
            audited[pool.Pool.IdentityPoolId] = KnownPool.Of(pool);
    }

    /// <summary>Runs the checks of the account.</summary>
    /// <param name="region">A Region of the partition.</param>
    /// <param name="auditedRegions">The Regions whose pools may use a role, in addition to those that trust policies name.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async IAsyncEnumerable<AuditedFinding> FindAsync(
        string region, IReadOnlyList<string> auditedRegions, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var checks = AccountChecks.Infos.Where(wanted).Select(info => info.Id).ToList();
        if (checks.Count == 0)
            yield break;
        var (candidates, refusal) = await CandidatesAsync(region, cancellationToken).ConfigureAwait(false);
        if (refusal is not null)
        {
            yield return NotChecked(Unread("The IAM roles of the account", refusal, "iam:ListRoles"), checks);
            yield break;
        }
        var read = await ReadAsync(candidates, auditedRegions, cancellationToken).ConfigureAwait(false);
        foreach (var (where, _, refused) in read.Where(part => part.Refusal is not null))
        {
            yield return NotChecked(
                Unread(
                    $"The roles of the identity pools of {where}", refused!,
                    "cognito-identity:ListIdentityPools, cognito-identity:GetIdentityPoolRoles"),
                checks);
        }
        var regions = read.Where(part => part.Region is not null)
            .ToDictionary(part => part.Name, part => part.Region!, StringComparer.Ordinal);
        foreach (var candidate in candidates)
        {
            var role = new AccountRole(candidate, regions, auditedRegions);
            var orphan = role.IsUnused && role.Orphaned(audited) is { } severity
                ? await OrphanAsync(role, severity, region, cancellationToken).ConfigureAwait(false)
                : null;
            if (orphan is not null && checks.Contains(AccountChecks.Orphan.Id))
                yield return new AuditedFinding(orphan);
            if (orphan is not null || !checks.Contains(AccountChecks.Unlisted.Id))
                continue;
            foreach (var pool in role.Unlisted(audited))
                yield return new AuditedFinding(UnlistedIn(pool, role));
        }
    }

    private async Task<(IReadOnlyList<TrustedPools> Roles, Exception? Refusal)> CandidatesAsync(
        string region, CancellationToken cancellationToken)
    {
        var found = new List<TrustedPools>();
        try
        {
            await foreach (var role in new IamRoles(connection, region).ListFactsAsync(cancellationToken).ConfigureAwait(false))
            {
                if (TrustedPools.Of(role) is { Partition: not null } candidate)
                    found.Add(candidate);
            }
            return (found, null);
        }
        catch (Exception refusal) when (AwsErrors.IsNotAuthorized(refusal))
        {
            return ([], refusal);
        }
    }

    private async Task<IReadOnlyList<(string Name, AccountRegion? Region, Exception? Refusal)>> ReadAsync(
        IReadOnlyList<TrustedPools> candidates, IReadOnlyList<string> auditedRegions, CancellationToken cancellationToken)
    {
        var names = candidates.SelectMany(AccountRole.RegionsOf).Concat(candidates.Count > 0 ? auditedRegions : [])
            .Distinct(StringComparer.Ordinal);
        return await Task.WhenAll(names.Select(async name =>
        {
            try
            {
                var read = await AccountRegion.ReadAsync(uses, name, cancellationToken).ConfigureAwait(false);
                return (name, (AccountRegion?)read, (Exception?)null);
            }
            catch (Exception refusal) when (refusal is not OperationCanceledException)
            {
                return (name, null, refusal);
            }
        })).ConfigureAwait(false);
    }

    private async Task<PoolFinding> OrphanAsync(
        AccountRole role, PoolFindingSeverity severity, string region, CancellationToken cancellationToken) =>
        Finding(AccountChecks.Orphan, role) with
        {
            Severity = severity,
            Why = role.TrustsEverybody
                ? "No identity pool uses the role, and its trust policy accepts everyone who has a token, including guests of any identity pool."
                : severity == PoolFindingSeverity.Info
                ? "No identity pool of the account uses the role. The pool that it trusts was deleted or belongs to another account."
                : AccountChecks.Orphan.Why,
            Remedy = await RemovalAsync(role, region, cancellationToken).ConfigureAwait(false),
        };

    private PoolFinding UnlistedIn(KnownPool pool, AccountRole role)
    {
        var isInfo = !pool.IsBasicFlowOn || pool.HasTokenMapping;
        var name = role.Trusted.Role.Name;
        return Finding(AccountChecks.Unlisted, role) with
        {
            Severity = isInfo ? PoolFindingSeverity.Info : PoolFindingSeverity.Medium,
            IdentityPoolId = pool.Id,
            Pool = pool.Name,
            Why = pool.HasTokenMapping
                ? "A provider of the pool has the role setting Token, and a token can name this role. If no group names it, the pool does not "
                    + "need the role."
                : pool.IsBasicFlowOn ? AccountChecks.Unlisted.Why
                : pool.IsBasicFlowRefused
                ? "The pool has role mappings, so the service refuses the basic flow, and no one can choose the role at present."
                : "The basic flow is off, so no one can choose the role at present.",
            Remedy = Remedies.Comment(
                $"In IAM, remove {pool.Id} from the trust policy of role {name}, or delete the role. Or assign the role to users with a rule "
                    + "(New-PoolRoleRule)."),
        };
    }

    // ListRoles does not return tags. Only a role under the module's path can belong to the module.
    private async Task<string> RemovalAsync(AccountRole role, string region, CancellationToken cancellationToken)
    {
        var facts = role.Trusted.Role;
        if (facts.Path.StartsWith(RoleFinder.OwnPath, StringComparison.Ordinal))
        {
            try
            {
                var tagged = await new IamRoles(connection, region).FindAsync(facts.Name, cancellationToken).ConfigureAwait(false);
                if (tagged?.PoolTag is { } pool && PoolIds.IsId(pool) && RemovableRoles.Reason(tagged, pool) is null)
                    return $"Remove-PoolRole {Remedies.Quoted(facts.Arn)}";
            }
            catch (Exception refusal) when (AwsErrors.IsNotAuthorized(refusal))
            {
                // The owner of the role stays unknown, so the remedy is a comment.
            }
        }
        return Remedies.Comment(
            $"This module does not delete role {facts.Name}. If nothing needs the role, remove its policies and run: "
                + $"aws iam delete-role --role-name {facts.Name}");
    }

    private PoolFinding Finding(CheckInfo check, AccountRole role) => Blank() with
    {
        Id = check.Id,
        Status = PoolFindingStatus.Found,
        Target = ShownText.Of($"Role {role.Trusted.Role.Name}"),
        Evidence = ShownText.Of(role.Trusted.Role.Trust!.ToJson(indented: false)),
        Why = check.Why,
        Reference = check.Reference,
    };

    private static UnreadPart Unread(string target, Exception refusal, string needed)
    {
        var denied = DeniedAction.Of(refusal);
        var permission = denied.Count > 0 ? string.Join(", ", denied) : AwsErrors.IsNotAuthorized(refusal) ? needed : null;
        return new UnreadPart(AuditReads.AccountRoles, target, permission, refusal.Message);
    }

    private AuditedFinding NotChecked(UnreadPart part, IReadOnlyList<string> checks) => new(UnreadFinding.Of(Blank(), part, checks));

    private PoolFinding Blank() => new() { Connection = connection };
}
