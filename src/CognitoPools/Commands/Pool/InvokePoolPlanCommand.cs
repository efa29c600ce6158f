using System.Collections;
using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Errors;
using CognitoPools.Pools.Plans;
using CognitoPools.Pools.Plans.Reviewed;

namespace CognitoPools.Commands.Pool;

/// <summary>Runs a reviewed plan that a cmdlet returned with -AsPlan.</summary>
/// <remarks>
/// <para>Reads the identity pool and the roles again and makes the plan again from their current state. If the steps
/// are those that were reviewed, the cmdlet runs them. Changes that other people made elsewhere in the pool stay. If
/// every step is already done, nothing is changed. In all other cases, the cmdlet returns an error that lists what
/// has changed since the review. A plan that deletes something is also refused if the pool or a role has changed in
/// any way.</para>
/// <para>A plan is an object. Its ToJson() method returns readable JSON for a file. Its ToMarkdown() method returns
/// text for a pull request comment, including the policy documents of the roles. The steps in the JSON are for the
/// reader: the cmdlet computes them again from the change that follows them, and refuses a file in which the two
/// differ.</para>
/// <para>The JSON never contains consumer secrets (Twitter, Digits). If the plan does not change a secret, the cmdlet
/// uses the secret of the pool. If the plan sets a secret, specify it with -Value.</para>
/// <para>A plan from a file runs in the account of the current runspace. A plan object runs through the connection
/// that made it.</para>
/// <para>You can pipe plan objects, their JSON, lines of JSON, and files to this cmdlet. This cmdlet cannot run a
/// plan in an account other than the one that it was made for. It cannot run a plan of a sandbox in AWS, or a plan of
/// AWS in a sandbox.</para>
/// </remarks>
/// <example>
/// <title>Review and run a plan</title>
/// <code>$plan = Set-CognitoIdentityPool shop -Tag @{ stage = 'prod' } -AsPlan; $plan; $plan | Invoke-PoolPlan -PassThru</code>
/// Shows the plan, runs it and returns the pool.
/// </example>
/// <example>
/// <title>Save a plan for another person to run</title>
/// <code>(Set-CognitoIdentityPool shop -BasicFlow Inactive -AsPlan).ToJson() | Set-Content plan.json; Invoke-PoolPlan -Path plan.json</code>
/// Writes the plan to a file, which another person can review and run.
/// </example>
/// <example>
/// <title>Write a pull request comment</title>
/// <code>$plan = Set-PoolGuestAccess shop -Disable -AsPlan; $plan.ToMarkdown(); $plan | Invoke-PoolPlan -WhatIf</code>
/// Returns the steps with their changes and documents as Markdown, and shows what would be done now.
/// </example>
/// <example>
/// <title>Preview a plan from a file</title>
/// <code>(Set-CognitoIdentityPool shop -NewName web -AsPlan).ToJson() | Invoke-PoolPlan -WhatIf</code>
/// Shows the steps, or an error that lists what has changed since the plan was made.
/// </example>
/// <notes>
/// <para>Calls: the calls of the cmdlet that made the plan. Before that, for the comparison, cognito-identity:
/// DescribeIdentityPool, GetIdentityPoolRoles and GetPrincipalTagAttributeMap, or ListIdentityPools for a pool that
/// the plan creates; iam: GetRole, GetRolePolicy and ListAttachedRolePolicies for roles of the plan.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html">Amazon Cognito:
/// identity pools</seealso>
[Cmdlet(VerbsLifecycle.Invoke, "PoolPlan", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(IdentityPool))]
public sealed class InvokePoolPlanCommand : ConnectedCommand
{
    private readonly PolicyLines lines = new(lists: true);
    private PlanSecretArgument? secrets;
    private bool hasBlanks;
    private bool hasPlans;

    /// <summary>Specifies one or more plans: objects that -AsPlan returned, also from a job or from Import-Clixml,
    /// their JSON, the lines of a JSON file, the output of ConvertFrom-Json, or file objects from
    /// Get-ChildItem.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PlanCompleter))]
    public PSObject[]? Plan { get; set; }

    /// <summary>Specifies JSON files of plans. Wildcards are permitted.</summary>
    [Parameter]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>Specifies the consumer secrets that the plan sets, as a hashtable such as @{ 'api.twitter.com' =
    /// $secret }. The keys are the names in $.change.secrets of the plan's JSON. The values must be text or
    /// SecureString objects.</summary>
    [Parameter]
    [Table]
    [ArgumentCompleter(typeof(PlanSecretTableCompleter))]
    public IDictionary? Value { get; set; }

    /// <summary>Returns the pool after the changes. For a pool that was deleted, nothing is returned. By default, the
    /// cmdlet returns nothing.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Answers every question with yes, unless -Confirm is specified.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override IReadOnlyList<object?> Items => Path is null ? OneOrMany.Of(Plan) : Path;

    private protected override void Process()
    {
        if (Path is not null && (MyInvocation.ExpectingInput || Plan is not null))
        {
            throw new InvalidSettingException(
                nameof(Path), null, "it cannot be used together with -Plan or piped plans.", "Specify only one of them.");
        }
        secrets ??= new PlanSecretArgument(Value);
        if (Path is not null)
            Each(PlanPaths.Find(SessionState, (string)CurrentItem!), file => InvokeEach(PlanArgument.OfFile(SessionState, file)));
        else if (CurrentItem is string text)
            TakeLine(text);
        else if (CurrentItem is not null)
            InvokeEach(PlanArgument.OfObject(SessionState, CurrentItem));
        else
            throw new InvalidSettingException(nameof(Plan), null, "no plan was specified.", "Specify a plan, or a file with -Path.");
    }

    private protected override void End()
    {
        Each(lines.IsOpen ? lines.Documents() : [], text => InvokeEach(PlanArgument.OfText(text)));
        LookLater();
        if (hasBlanks && !hasPlans)
            throw new InvalidSettingException(nameof(Plan), null, "no plan was specified, only empty text.", "Specify a plan, or a file with -Path.");
        secrets?.CheckUsed();
    }

    private void TakeLine(string text)
    {
        if (!lines.IsOpen && PolicyFile.IsPath(SessionState, text))
        {
            throw new InvalidSettingException(
                nameof(Plan), text, "the value is the path of a file, not a plan.", "Specify the file with -Path.");
        }
        hasBlanks |= string.IsNullOrWhiteSpace(text);
        hasPlans |= !string.IsNullOrWhiteSpace(text);
        lines.Add(text);
        Each(lines.TakeComplete(), document => InvokeEach(PlanArgument.OfText(document)));
    }

    private void InvokeEach(IReadOnlyList<PoolPlan> plans) => Each(plans, Invoke);

    private void Invoke(PoolPlan plan)
    {
        plan = WithSecrets(plan);
        CheckRegion(plan);
        var connection = ConnectionFor(plan.Source.Connection);
        CheckAccount(plan, connection);
        var id = plan.Source.IdentityPoolId;
        string? done;
        using (id is null ? null : TakeTurn(id))
        {
            var renewed = Run(token => new ReviewedPlan(connection, plan).RenewAsync(token));
            done = RunPlan(connection, renewed, id, Question(renewed));
        }
        // Written after the lock is released, because the next command of the pipeline may change the same pool.
        if (done is not null && PassThru && plan.Source is PlannedChange)
            WritePool(connection, done);
    }

    private PoolPlan WithSecrets(PoolPlan plan)
    {
        if (plan.Source is not PlannedChange source)
            return plan;
        secrets!.Note(PlanSecrets.SetBy(source.Change));
        var change = PlanSecrets.WithSecrets(source.Change, secrets.Secrets);
        // -WhatIf can show the plan without the secrets.
        if (!IsWhatIf && PlanSecrets.MissingIn(change) is { Count: > 0 } missing)
            throw new PoolException(PoolErrorId.PlanSecretMissing, plan.IdentityPool, string.Join(" and ", missing), missing[0]);
        return plan.With(source with { Change = change });
    }

    private void CheckRegion(PoolPlan plan)
    {
        if (plan.Source.IdentityPoolId is { } id)
        {
            CheckRegion(id);
        }
        else if (Region is not null && Region != plan.Region && IsGiven(nameof(Region)))
        {
            throw new InvalidSettingException(
                nameof(Region), Region, $"the plan is for Region {plan.Region}.",
                "Omit -Region, or make a plan for that Region.");
        }
    }

    private void CheckAccount(PoolPlan plan, AccountConnection connection)
    {
        var source = plan.Source;
        var account = Run(token => connection.FindAccountIdAsync(plan.Region, token));
        if (source.IsSandbox == connection.IsSandbox && (account is null || source.AccountId is null || account == source.AccountId))
            return;
        throw new PoolException(
            PoolErrorId.PlanOfOtherAccount, plan.IdentityPool, Named(source.IsSandbox, source.AccountId), Named(connection.IsSandbox, account));
    }

    private static string Named(bool isSandbox, string? account) => isSandbox ? $"a sandbox with account {account}"
        : account is null ? "AWS" : $"account {account}";

    private PlanQuestion Question(PoolPlan plan)
    {
        var permanent = plan.Steps.Where(step => !step.CanBeUndone).Select(step => step.Description).ToList();
        return new PlanQuestion($"Run the plan for {plan.IdentityPool}?", Force)
        {
            IrreversibleWarning = permanent.Count == 0 ? null
                : $"{string.Join(". ", permanent)}. This cannot be undone. Continue?",
            Done = plan.Source is PlannedRemoval ? "deleted" : plan.Source.IdentityPoolId is null ? "created" : "changed",
            DoneElsewhere = plan.Source is PlannedRemoval { Kind: not RemovalKind.Pool } ? $"the plan for {plan.IdentityPool} was run" : null,
        };
    }
}
