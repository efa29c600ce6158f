using Amazon.IdentityManagement.Model;
using CognitoPools.Roles;

namespace CognitoPools.Pools.Plans;

/// <summary>Repairs the trust policy of an existing role. The policy is read again just before, and changes by others are
/// kept.</summary>
internal sealed class UpdateTrustStep(RoleTrustEdit edit) : PlanStep
{
    private readonly TrustRepair planned = edit.Repair(edit.Role.Trust!);

    public override string Description => AddsOnlyTagSession
        ? $"Add {TrustRequest.TagAction} to the trust policy of IAM role '{edit.Role.Name}'"
        : $"Repair the trust policy of IAM role '{edit.Role.Name}'";

    public override string Operation => "iam:UpdateAssumeRolePolicy";

    public override string Target => edit.Role.Name;

    private protected override IReadOnlyList<string> ChangedValues => planned.Changes;

    private protected override IReadOnlyList<PlanDocument> SentDocuments =>
    [
        new($"Trust policy of role '{edit.Role.Name}'", planned.Policy.ToJson()),
    ];

    private bool AddsOnlyTagSession => edit.Role.Trust is { } trust
        && planned.Changes.Count > 0
        && (edit with { Users = [.. edit.Users.Select(user => (user.IdentityType, PrincipalTags: false))] }).Repair(trust).IsEmpty;

    internal override object BuildRequest(PlanContext context) =>
        UpdateRequest(Bound(context).Repair(edit.Role.Trust!).Policy.ToJson(indented: false));

    internal override Task ApplyAsync(
        PlanRun run, StepRecord record,
        CancellationToken cancellationToken) => ConcurrencyRetry.RunAsync(run, record, async () =>
    {
        // The document text, because the undo must restore it exactly.
        var found = await ReadAsync(run, cancellationToken).ConfigureAwait(false);
        var repair = Bound(run.Context).Repair(TrustPolicy.Parse(found));
        if (repair.IsEmpty)
            return;
        var written = repair.Policy.ToJson(indented: false);
        record.Sending(new SentChange(
            new(
                $"the repaired trust policy of IAM role '{edit.Role.Name}'",
                $"aws iam update-assume-role-policy --role-name {edit.Role.Name} --policy-document '{found}'"),
            $"Get-PoolRole '{run.Context.Bind(edit.IdentityPoolId)}'",
            async token => PolicyJson.Same(await ReadAsync(run, token).ConfigureAwait(false), written),
            token => UndoAsync(run, found, written, token))
        {
            Role = edit.Role.Arn,
        });
        await run.Iam.UpdateAssumeRolePolicyAsync(UpdateRequest(written), cancellationToken).ConfigureAwait(false);
        run.Touch(edit.Role.Arn);
    });

    private async Task UndoAsync(PlanRun run, string found, string written, CancellationToken cancellationToken)
    {
        var now = await ReadAsync(run, cancellationToken).ConfigureAwait(false);
        if (now == found)
            return;
        if (!PolicyJson.Same(now, written))
        {
            throw new InvalidOperationException(
                "Somebody else has changed the trust policy in the meantime, and their change must be kept.");
        }
        await run.Iam.UpdateAssumeRolePolicyAsync(UpdateRequest(found), cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> ReadAsync(PlanRun run, CancellationToken cancellationToken) => PolicyJson.Decoded(
        (await run.Iam.GetRoleAsync(new GetRoleRequest { RoleName = edit.Role.Name }, cancellationToken)
            .ConfigureAwait(false)).Role.AssumeRolePolicyDocument);

    private RoleTrustEdit Bound(PlanContext context) => edit with { IdentityPoolId = context.Bind(edit.IdentityPoolId) };

    private UpdateAssumeRolePolicyRequest UpdateRequest(string policy) =>
        new() { RoleName = edit.Role.Name, PolicyDocument = policy };
}
