using CognitoPools.Account;
using CognitoPools.Pools;
using CognitoPools.Pools.Plans;
using CognitoPools.Roles;

namespace CognitoPools.Documents;

/// <summary>Plans the change from the current pool, or from none, to the pool of a document. Reads only.</summary>
/// <param name="connection">The account.</param>
/// <param name="options">The options of the import.</param>
/// <param name="reporter">Receives messages about what could not be checked.</param>
internal sealed class PoolImport(AccountConnection connection, ImportOptions options, IReporter reporter)
{
    /// <summary>The change.</summary>
    /// <param name="source">The document.</param>
    /// <param name="current">The complete current pool; null if it will be created.</param>
    /// <param name="region">The Region of the pool.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="InvalidSettingException">A value is missing, or the document cannot be applied to the account.</exception>
    public async Task<PoolChange> PlanAsync(
        SourceDefinition source, IdentityPool? current, string region, CancellationToken cancellationToken)
    {
        var target = new ImportTarget(await NamesAsync(region, current, cancellationToken).ConfigureAwait(false), region, current);
        var document = source.Definition.WithDerivedNames();
        var kept = new List<string>();
        var start = current ?? new IdentityPool
        {
            Name = options.Name ?? document.Name,
            Region = region,
            BasicFlow = BasicFlowState.Inactive,
            Connection = connection,
        };
        var desired = start with
        {
            Name = options.Name ?? document.Name,
            GuestAccess = document.GuestAccess ?? start.GuestAccess,
            BasicFlow = document.BasicFlow ?? start.BasicFlow,
            Tags = Tags(document, start, kept),
        };
        var trust = new RoleTrustPlanner(connection, desired, options.RepairTrust);
        var roles = new RoleImport(connection, options, target, trust);
        var planned = await roles.PlanAsync(document, desired.Name, cancellationToken).ConfigureAwait(false);
        desired = desired with
        {
            AuthenticatedRole = document.StatesRoles
                ? Role(document.AuthenticatedRole, start.AuthenticatedRole, planned, "the authenticated role", kept)
                : start.AuthenticatedRole,
            GuestRole = document.StatesRoles
                ? Role(document.GuestRole, start.GuestRole, planned, "the guest role", kept)
                : start.GuestRole,
            Providers = await new ProviderImport(connection, options, target, source.Secrets, reporter)
                .PlanAsync(document, start, planned.Arns, kept, cancellationToken).ConfigureAwait(false),
        };
        if (desired.GuestAccess && desired.GuestRole is null && start.GuestRole is not null)
            planned.Warnings.Add("Guest access stays on, but the guest role is removed from the pool. Guests will no longer get credentials.");
        await roles.CheckTrustAsync(document, desired, planned, cancellationToken).ConfigureAwait(false);
        if (document.StatesRoles)
            await roles.PlanRestAsync(desired, planned, reporter, cancellationToken).ConfigureAwait(false);
        return new PoolChange(current, desired)
        {
            NewRoles = planned.New,
            TrustEdits = trust.Edits,
            TrustReplacements = planned.TrustReplacements,
            RoleEdits = planned.Edits,
            RemovedRoles = planned.Removed,
            CreationWarnings = trust.CreationWarnings,
            Warnings =
            [
                .. planned.Warnings, .. trust.Warnings,
                .. kept.Concat(planned.Kept).Select(what => $"The document does not contain {what}, so it is kept. To remove it, use -Prune."),
            ],
        };
    }

    private async Task<LiveNames> NamesAsync(string region, IdentityPool? current, CancellationToken cancellationToken)
    {
        var values = options.Values;
        var account = values.Find(DocumentPlaceholders.AccountId)
            ?? (await connection.GetCallerAsync(cancellationToken).ConfigureAwait(false)).Account;
        var partition = AwsPartition.FromRegion(region);
        return new LiveNames(account, values.Find(DocumentPlaceholders.Region) ?? region, current?.IdentityPoolId)
        {
            Partition = partition with
            {
                Name = values.Find(DocumentPlaceholders.Partition) ?? partition.Name,
                DnsSuffix = values.Find(DocumentPlaceholders.DnsSuffix) ?? partition.DnsSuffix,
                CognitoPrincipal = values.Find(DocumentPlaceholders.CognitoPrincipal) ?? partition.CognitoPrincipal,
                CognitoKeyPrefix = values.Find(DocumentPlaceholders.CognitoKeyPrefix) ?? partition.CognitoKeyPrefix,
            },
        };
    }

    private ReadableTable Tags(PoolDefinition document, IdentityPool start, List<string> kept)
    {
        var extra = start.Tags.Where(tag => !PoolRules.IsReserved(tag.Key) && !document.Tags.ContainsKey(tag.Key)).ToList();
        if (!options.Prune)
        {
            kept.AddRange(extra.Select(tag => $"the tag {tag.Key}={tag.Value}"));
            extra = [];
        }
        return Collections.Strings(start.Tags.Where(tag => !extra.Contains(tag))).SetItems(document.Tags);
    }

    private string? Role(string? key, string? now, PlannedRoles planned, string what, List<string> kept)
    {
        if (key is not null)
            return planned.Arns[key];
        if (now is null || options.Prune)
            return null;
        kept.Add($"{what} {now}");
        return now;
    }
}
