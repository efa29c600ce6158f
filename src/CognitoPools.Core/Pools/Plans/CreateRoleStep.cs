using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.Pools.Plans;

/// <summary>Makes an IAM role that trusts the pool.</summary>
internal sealed class CreateRoleStep(NewRole role, IdentityPool pool) : PlanStep
{
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
        record.Undo = new StepUndo(
            new PlanLeftover($"IAM role '{name}'", $"aws iam delete-role --role-name {name}"),
            token => DeleteAsync(run, name, token));
        try
        {
            var answer = await run.Iam.CreateRoleAsync((CreateRoleRequest)BuildRequest(run.Context), cancellationToken)
                .ConfigureAwait(false);
            run.Context.SetRole(role.IdentityType, answer.Role.Arn);
            run.TouchedRoles.Add(answer.Role.Arn);
        }
        catch (AmazonServiceException exception) when (AwsErrors.IsAlreadyExists(exception))
        {
            // Somebody else's role of that name must not be deleted.
            record.Undo = null;
            throw;
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
