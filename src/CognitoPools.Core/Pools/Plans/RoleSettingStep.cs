using Amazon.IdentityManagement.Model;

namespace CognitoPools.Pools.Plans;

/// <summary>Changes what IAM says of a role, which is read again just before.</summary>
/// <param name="roleName">The role's name; may hold placeholders.</param>
/// <param name="roleArn">Its ARN or placeholder.</param>
internal abstract class RoleSettingStep(string roleName, string roleArn) : PlanStep
{
    public override string Target => roleName;

    /// <summary>The role's name as the plan says it.</summary>
    protected string PlannedName => roleName;

    /// <summary>The role's name as the run knows it.</summary>
    protected string NameIn(PlanContext context) => context.Bind(roleName);

    /// <summary>The role's ARN as the run knows it.</summary>
    protected string ArnIn(PlanContext context) => context.Bind(roleArn);

    protected async Task<Role> ReadAsync(PlanRun run, CancellationToken cancellationToken) =>
        (await run.Iam.GetRoleAsync(new GetRoleRequest { RoleName = NameIn(run.Context) }, cancellationToken)
            .ConfigureAwait(false)).Role;

    /// <summary>Reads and writes, again while IAM has not spread the role or somebody else is writing it.</summary>
    protected Task RepeatAsync(PlanRun run, StepRecord record, Func<Task> readAndWrite) =>
        IamDelay.WaitOutAsync(run, record, [ArnIn(run.Context)], () => ConcurrencyRetry.RunAsync(run, record, readAndWrite));

    /// <summary>Warns that this change takes the place of somebody else's.</summary>
    /// <param name="run">The run.</param>
    /// <param name="setting">The setting, as in "the description".</param>
    /// <param name="found">What it was.</param>
    protected void ReportReplaced(PlanRun run, string setting, string? found) => run.Reporter.Warning(
        $"Somebody else changed {setting} of IAM role '{NameIn(run.Context)}' after it was read, and your change replaced "
            + $"theirs: it was {found ?? "(none)"}.");

    protected static Exception Conflict(string setting) =>
        new InvalidOperationException($"Somebody else has changed {setting} meanwhile, and their change must stay.");

    /// <summary>A value in a command that PowerShell runs.</summary>
    protected static string Quoted(string text) => PowerShellText.Quoted(text);
}
