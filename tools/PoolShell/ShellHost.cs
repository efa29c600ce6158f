using System.Globalization;
using System.Management.Automation.Host;

namespace PoolShell;

/// <summary>The host of one shell: its user interface, its culture and the exit code a script asked for.</summary>
/// <param name="ui">Where the shell reads and writes.</param>
public sealed class ShellHost(ShellHostUI ui) : PSHost
{
    private readonly CultureInfo culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo uiCulture = CultureInfo.CurrentUICulture;

    /// <summary>What <c>exit</c> gave; null while nobody called it.</summary>
    public int? ExitCode { get; private set; }

    /// <inheritdoc/>
    public override CultureInfo CurrentCulture => culture;

    /// <inheritdoc/>
    public override CultureInfo CurrentUICulture => uiCulture;

    /// <inheritdoc/>
    public override Guid InstanceId { get; } = Guid.NewGuid();

    /// <inheritdoc/>
    public override string Name => "PoolShell";

    /// <inheritdoc/>
    public override PSHostUserInterface UI => ui;

    /// <inheritdoc/>
    public override Version Version { get; } = typeof(ShellHost).Assembly.GetName().Version!;

    /// <inheritdoc/>
    public override void EnterNestedPrompt() => throw new NotSupportedException("PoolShell runs scripts; it has no prompt to nest.");

    /// <inheritdoc/>
    public override void ExitNestedPrompt() => throw new NotSupportedException("PoolShell runs scripts; it has no prompt to nest.");

    /// <inheritdoc/>
    public override void NotifyBeginApplication()
    {
    }

    /// <inheritdoc/>
    public override void NotifyEndApplication()
    {
    }

    /// <inheritdoc/>
    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;
}
