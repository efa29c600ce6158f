using Amazon.IdentityManagement.Model;

namespace CognitoPools.Pools.Plans;

/// <summary>Changes a setting of a role, which is read again just before.</summary>
/// <param name="roleName">The name of the role, possibly with placeholders.</param>
/// <param name="roleArn">The ARN of the role, or its placeholder.</param>
internal abstract class RoleSettingStep(string roleName, string roleArn) : PlanStep
{
    public override string Target => roleName;

    /// <summary>The name of the role in the plan.</summary>
    protected string PlannedName => roleName;

    /// <summary>The name of the role in the run.</summary>
    protected string NameIn(PlanContext context) => context.Bind(roleName);

    /// <summary>The ARN of the role in the run.</summary>
    protected string ArnIn(PlanContext context) => context.Bind(roleArn);

    protected async Task<Role> ReadAsync(PlanRun run, CancellationToken cancellationToken) =>
        (await run.Iam.GetRoleAsync(new GetRoleRequest { RoleName = NameIn(run.Context) }, cancellationToken)
            .ConfigureAwait(false)).Role;

    /// <summary>Reads and writes, and repeats both while IAM has not propagated the role or somebody else is writing it.</summary>
    protected Task RepeatAsync(PlanRun run, StepRecord record, Func<Task> readAndWrite) =>
        IamDelay.WaitOutAsync(run, record, [ArnIn(run.Context)], () => ConcurrencyRetry.RunAsync(run, record, readAndWrite));

    /// <summary>Warns that this change replaced the change of somebody else.</summary>
    /// <param name="run">The run.</param>
    /// <param name="setting">The setting, as in "the description".</param>
    /// <param name="found">The replaced value.</param>
    protected void ReportReplaced(PlanRun run, string setting, string? found) => run.Reporter.Warning(
        $"Somebody else changed {setting} of IAM role '{NameIn(run.Context)}' after it was read, and your change replaced "
            + $"theirs: it was {found ?? "(none)"}.");

    protected static Exception Conflict(string setting) =>
        new InvalidOperationException($"Somebody else has changed {setting} in the meantime, and their change must be kept.");

    /// <summary>A value, quoted for a PowerShell command.</summary>
    protected static string Quoted(string text) => PowerShellText.Quoted(text);
}
