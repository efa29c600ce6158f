using Amazon.IdentityManagement.Model;
using CognitoPools.Roles;

namespace CognitoPools.Pools.Plans;

/// <summary>Repairs the trust policy of an existing role. The policy is read again just before, and what somebody else changed in it stays.</summary>
internal sealed class UpdateTrustStep(RoleTrustEdit edit) : PlanStep
{
    private readonly TrustRepair planned = edit.Repair(edit.Role.Trust!);
    private string? found;
    private string? written;

    public override string Description => $"Repair the trust policy of IAM role '{edit.Role.Name}'";

    public override string Operation => "iam:UpdateAssumeRolePolicy";

    public override string Target => edit.Role.Name;

    private protected override IReadOnlyList<string> ChangedValues => planned.Changes;

    private protected override IReadOnlyList<PlanDocument> SentDocuments => [new($"Trust policy of role '{edit.Role.Name}'", planned.Policy.ToJson())];

    internal override object BuildRequest(PlanContext context) => UpdateRequest(Bound(context).Repair(edit.Role.Trust!).Policy.ToJson(indented: false));

    internal override Task ApplyAsync(PlanRun run, CancellationToken cancellationToken) => ConcurrencyRetry.RunAsync(async () =>
    {
        var now = await ReadAsync(run, cancellationToken).ConfigureAwait(false);
        var repair = Bound(run.Context).Repair(now);
        if (repair.IsEmpty) return;
        (found, written) = (now.ToJson(indented: false), repair.Policy.ToJson(indented: false));
        await run.Iam.UpdateAssumeRolePolicyAsync(UpdateRequest(written), cancellationToken).ConfigureAwait(false);
        run.TouchedRoles.Add(edit.Role.Arn);
    }, run, cancellationToken);

    internal override async Task UndoAsync(PlanRun run, CancellationToken cancellationToken)
    {
        if (found is null) return;
        var now = (await ReadAsync(run, cancellationToken).ConfigureAwait(false)).ToJson(indented: false);
        if (now == found) return;
        // What somebody else has written meanwhile is theirs.
        if (now != written) run.Leftovers.Add(Leftover(run));
        else await run.Iam.UpdateAssumeRolePolicyAsync(UpdateRequest(found), cancellationToken).ConfigureAwait(false);
    }

    internal override PlanLeftover Leftover(PlanRun run) =>
        new($"the repaired trust policy of IAM role '{edit.Role.Name}'", $"aws iam update-assume-role-policy --role-name {edit.Role.Name} --policy-document '{found}'");

    private async Task<TrustPolicy> ReadAsync(PlanRun run, CancellationToken cancellationToken) => TrustPolicy.Parse(
        (await run.Iam.GetRoleAsync(new GetRoleRequest { RoleName = edit.Role.Name }, cancellationToken).ConfigureAwait(false)).Role.AssumeRolePolicyDocument);

    private RoleTrustEdit Bound(PlanContext context) => edit with { IdentityPoolId = context.Bind(edit.IdentityPoolId) };

    private UpdateAssumeRolePolicyRequest UpdateRequest(string policy) => new() { RoleName = edit.Role.Name, PolicyDocument = policy };
}
