using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.Pools.Plans;

/// <summary>Makes an IAM role that trusts the pool.</summary>
internal sealed class CreateRoleStep(NewRole role, IdentityPool pool) : PlanStep
{
    private static readonly TimeSpan SearchDeadline = TimeSpan.FromSeconds(10);

    public override string Description => $"Create IAM role '{role.Name}' for {IamRoles.Users(role.IdentityType)}";

    public override string Operation => "iam:CreateRole";

    public override string Target => role.Name;

    private protected override IReadOnlyList<PlanDocument> SentDocuments =>
    [
        new($"Trust policy of role '{role.Name}'", Trust(Known)),
    ];

    private protected override PlanContext Known { get; } = PlanContext.Of(pool);

    internal override object BuildRequest(PlanContext context) => new CreateRoleRequest
    {
        RoleName = context.Bind(role.Name),
        Path = NewRole.Path(pool.Region, context.Bind(Placeholders.PoolUuid)),
        AssumeRolePolicyDocument = Trust(context),
        Description = $"Role for {IamRoles.Users(role.IdentityType)} of an Amazon Cognito identity pool",
        Tags = [new Tag { Key = IamRoles.PoolTag, Value = context.Bind(Placeholders.PoolId) }],
    };

    internal override async Task ApplyAsync(PlanRun run, StepRecord record, CancellationToken cancellationToken)
    {
        var name = run.Context.Bind(role.Name);
        record.Undo = Undo(run, name);
        var request = (CreateRoleRequest)BuildRequest(run.Context);
        string arn;
        try
        {
            arn = (await run.Iam.CreateRoleAsync(request, cancellationToken).ConfigureAwait(false)).Role.Arn;
        }
        catch (AmazonServiceException exception) when (AwsErrors.IsAlreadyExists(exception))
        {
            // Somebody else's role of that name must not be deleted.
            record.Undo = null;
            // An earlier attempt of the same call may have created the role, and only its answer was lost.
            if (!AwsErrors.IsAmbiguous(exception) || await FindOwnAsync(run, record, request).ConfigureAwait(false) is not { } own)
                throw;
            record.Undo = Undo(run, name);
            arn = own;
        }
        run.Context.SetRole(role.IdentityType, arn);
        run.TouchedRoles.Add(arn);
    }

    private static StepUndo Undo(PlanRun run, string name) => new(
        new PlanLeftover($"IAM role '{name}'", $"aws iam delete-role --role-name {name}"),
        token => DeleteAsync(run, name, token));

    /// <summary>The ARN of the role when it has the path and the tag that this step gives its role; null for any other role.</summary>
    private static async Task<string?> FindOwnAsync(PlanRun run, StepRecord record, CreateRoleRequest sent)
    {
        using var deadline = new CancellationTokenSource(SearchDeadline);
        try
        {
            var found = await run.Iam.GetRoleAsync(new GetRoleRequest { RoleName = sent.RoleName }, deadline.Token).ConfigureAwait(false);
            var isOwn = found.Role.Path == sent.Path
                && (found.Role.Tags ?? []).Exists(tag => tag.Key == sent.Tags[0].Key && tag.Value == sent.Tags[0].Value);
            return isOwn ? found.Role.Arn : null;
        }
        catch (Exception)
        {
            record.Undo = new StepUndo(
                new PlanLeftover(
                    $"perhaps IAM role '{sent.RoleName}': the answer to its creation was lost",
                    $"aws iam get-role --role-name {sent.RoleName} shows whether it has the path {sent.Path}"),
                RunAsync: null);
            return null;
        }
    }

    private static async Task DeleteAsync(PlanRun run, string name, CancellationToken cancellationToken)
    {
        try
        {
            await run.Iam.DeleteRoleAsync(new DeleteRoleRequest { RoleName = name }, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonServiceException exception) when (AwsErrors.IsNotFound(exception))
        {
            // The request had not taken effect.
        }
    }

    private string Trust(PlanContext context) =>
        TrustPolicy.ForPool(
            AwsPartition.FromRegion(pool.Region),
            [context.Bind(Placeholders.PoolId)], role.IdentityType, role.PrincipalTags)
            .ToJson();
}
