using System.Collections;
using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Errors;
using CognitoPools.Pools.Plans;
using CognitoPools.Pools.Plans.Reviewed;

namespace CognitoPools.Commands.Pool;

/// <summary>Runs a plan that -AsPlan wrote, after its review.</summary>
/// <remarks>
/// <para>Reads the identity pool and the roles again and makes the plan again on what is there now. When its steps are those that
/// were reviewed, it runs them; other people's edits of something else stay. When all of it is done already, it changes nothing.
/// In any other case it refuses the plan and says what has changed since. A plan that deletes is refused when the pool or a role
/// has changed in any way.</para>
/// <para>A plan is an object. Its method ToJson() returns readable JSON for a file, and ToMarkdown() returns text for the comment of
/// a pull request, with the documents of the roles. The cmdlet takes the object, also from a job or from Import-Clixml, the
/// JSON as a text, as the lines of a file or as what ConvertFrom-Json made of it, and files. The steps in the JSON are for the
/// reader: the cmdlet computes them again from the change below them, and refuses a file in which the two differ.</para>
/// <para>JSON never contains a consumer secret (Twitter, Digits). A secret that the plan does not change is taken from the pool;
/// one that the plan sets is given with -Value.</para>
/// <para>A plan from a file runs in the account of this runspace. A plan of another account, or of a sandbox, is refused. An object
/// remembers the connection that it was made through.</para>
/// </remarks>
/// <example>
/// <title>Review, then run</title>
/// <code>$plan = Set-CognitoIdentityPool shop -Tag @{ stage = 'prod' } -AsPlan; $plan; $plan | Invoke-PoolPlan -PassThru</code>
/// Shows the plan, runs it and writes the pool.
/// </example>
/// <example>
/// <title>A file between two people</title>
/// <code>(Set-CognitoIdentityPool shop -BasicFlow Inactive -AsPlan).ToJson() | Set-Content plan.json; Invoke-PoolPlan -Path plan.json</code>
/// Writes the plan to a file, which somebody else can review and run.
/// </example>
/// <example>
/// <title>The comment of a pull request</title>
/// <code>$plan = Set-PoolGuestAccess shop -Disable -AsPlan; $plan.ToMarkdown(); $plan | Invoke-PoolPlan -WhatIf</code>
/// Returns the steps with their changes and documents as Markdown, and shows what would be done now.
/// </example>
/// <example>
/// <title>See first what a file would do</title>
/// <code>(Set-CognitoIdentityPool shop -NewName web -AsPlan).ToJson() | Invoke-PoolPlan -WhatIf</code>
/// Shows the steps, or says what has changed since the plan was made.
/// </example>
/// <notes>
/// <para>Calls: those that the cmdlet which made the plan makes, and before them, to compare, cognito-identity:
/// DescribeIdentityPool, GetIdentityPoolRoles and GetPrincipalTagAttributeMap, or ListIdentityPools for a pool that is to be made;
/// iam: GetRole, GetRolePolicy and ListAttachedRolePolicies for roles of the plan.</para>
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

    /// <summary>The plan or plans: what -AsPlan wrote, also from a job or from Import-Clixml, the JSON of it, the lines of such
    /// a file, what ConvertFrom-Json made of it, or a file as Get-ChildItem gives it.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PlanCompleter))]
    public PSObject[]? Plan { get; set; }

    /// <summary>The files with the JSON of plans. Wildcards are permitted.</summary>
    [Parameter]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>The consumer secrets that the plan sets, by the names that its JSON gives in $.change.secrets:
    /// @{ 'api.twitter.com' = $secret }. A secret is text or a SecureString.</summary>
    [Parameter]
    [Table]
    [ArgumentCompleter(typeof(PlanSecretTableCompleter))]
    public IDictionary? Value { get; set; }

    /// <summary>Writes the pool as it is afterwards; nothing for one that was deleted.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Answers every question with yes, unless -Confirm is given.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override IReadOnlyList<object?> Items => Path is null ? OneOrMany.Of(Plan) : Path;

    private protected override void Process()
    {
        if (Path is not null && (MyInvocation.ExpectingInput || Plan is not null))
        {
            throw new InvalidSettingException(
                nameof(Path), null, "it cannot be used with a plan that is given or piped in.", "Specify one of them.");
        }
        secrets ??= new PlanSecretArgument(Value);
        if (Path is not null)
            Each(PlanPaths.Find(SessionState, (string)CurrentItem!), file => InvokeEach(PlanArgument.OfFile(SessionState, file)));
        else if (CurrentItem is string text)
            TakeLine(text);
        else if (CurrentItem is not null)
            InvokeEach(PlanArgument.OfObject(SessionState, CurrentItem));
        else
            throw new InvalidSettingException(nameof(Plan), null, "no plan was given.", "Specify a plan, or a file with -Path.");
    }

    private protected override void End()
    {
        Each(lines.IsOpen ? lines.Documents() : [], text => InvokeEach(PlanArgument.OfText(text)));
        LookLater();
        if (hasBlanks && !hasPlans)
            throw new InvalidSettingException(nameof(Plan), null, "no plan was given, but empty text.", "Specify a plan, or a file with -Path.");
        secrets?.CheckUsed();
    }

    private void TakeLine(string text)
    {
        if (!lines.IsOpen && PolicyFile.IsPath(SessionState, text))
        {
            throw new InvalidSettingException(
                nameof(Plan), text, "is the path of a file and not a plan.", "Specify the file with -Path.");
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
        // Written after the turn has ended, because the next command of the pipeline may change the same pool.
        if (done is not null && PassThru && plan.Source is PlannedChange)
            WritePool(connection, done);
    }

    private PoolPlan WithSecrets(PoolPlan plan)
    {
        if (plan.Source is not PlannedChange source)
            return plan;
        secrets!.Note(PlanSecrets.SetBy(source.Change));
        var change = PlanSecrets.WithSecrets(source.Change, secrets.Secrets);
        // What would be done can be shown without them.
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
                nameof(Region), Region, $"is not the Region of the plan, which is {plan.Region}.",
                "Omit -Region, or make the plan for that Region.");
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

    private static string Named(bool isSandbox, string? account) => isSandbox ? $"a sandbox with the account {account}"
        : account is null ? "AWS" : $"the account {account}";

    private PlanQuestion Question(PoolPlan plan)
    {
        var permanent = plan.Steps.Where(step => !step.CanBeUndone).Select(step => step.Description).ToList();
        return new PlanQuestion($"Run the plan for {plan.IdentityPool}?", Force)
        {
            IrreversibleWarning = permanent.Count == 0 ? null
                : $"{string.Join(". ", permanent)}. This cannot be undone. Run the plan for {plan.IdentityPool}?",
            Done = plan.Source is PlannedRemoval ? "deleted" : plan.Source.IdentityPoolId is null ? "made" : "changed",
            DoneElsewhere = plan.Source is PlannedRemoval { Kind: not RemovalKind.Pool } ? $"the plan for {plan.IdentityPool} was run" : null,
        };
    }
}
