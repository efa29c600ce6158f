using System.Management.Automation;
using System.Management.Automation.Runspaces;
using PoolShell;

namespace CognitoPools.TestShell;

/// <summary>A runspace in this process, where the built module is found by name.</summary>
public sealed class HostedShell : IDisposable
{
    private readonly Runspace runspace;
    private volatile PowerShell? running;

    /// <summary>Opens a runspace.</summary>
    public HostedShell()
    {
        runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        // Opening a runspace puts the user's folders before those of the environment.
        Invoke($"$env:PSModulePath = '{Pwsh.Modules}{Path.PathSeparator}' + $env:PSModulePath");
    }

    /// <summary>Runs a command and gives the objects that it writes.</summary>
    /// <param name="command">The text to run.</param>
    public IReadOnlyList<PSObject> Invoke(string command)
    {
        using var shell = PowerShell.Create(runspace);
        return [.. shell.AddScript(command).Invoke()];
    }

    /// <summary>Runs a command and gives the text that it shows: output, errors and warnings, in their order.</summary>
    /// <param name="command">The text to run.</param>
    public string Run(string command) => Run(command, _ => { });

    /// <summary>Runs a command, is told of its verbose messages, and gives the text that it shows.</summary>
    /// <param name="command">The text to run.</param>
    /// <param name="said">Told each verbose message.</param>
    public string Run(string command, Action<string> said)
    {
        using var shell = PowerShell.Create(runspace);
        shell.Streams.Verbose.DataAdded += (messages, added) => said(
            ((PSDataCollection<VerboseRecord>)messages!)[added.Index].Message);
        shell.AddScript(command);
        shell.Commands.Commands[0].MergeMyResults(
            PipelineResultTypes.Error | PipelineResultTypes.Warning, PipelineResultTypes.Output);
        running = shell;
        try
        {
            return string.Concat(shell.AddCommand("Out-String").Invoke<string>()).ReplaceLineEndings("\n");
        }
        finally
        {
            running = null;
        }
    }

    /// <summary>Lets the sandboxes that are made from here on, and the connections to them, run on a clock. Imports the
    /// module.</summary>
    /// <param name="time">The clock of their latency, waits, time limits and dates.</param>
    public void UseSandboxTime(TimeProvider time)
    {
        var module = ((CmdletInfo)Invoke("Import-Module CognitoPools; Get-Command Connect-PoolAccount").Single().BaseObject)
            .ImplementingType!.Assembly;
        var state = module.GetType("CognitoPools.Sessions.RunspaceState", throwOnError: true)!;
        var own = state.GetMethod("Of")!.Invoke(null, [runspace]);
        state.GetProperty("SandboxTime")!.SetValue(own, time);
    }

    /// <summary>Stops what runs, as Ctrl+C does.</summary>
    // Stop() fails now and then when the command ends at once; what it returns is not needed.
    public void Stop() => running?.BeginStop(callback: null, state: null);

    /// <inheritdoc/>
    public void Dispose() => runspace.Dispose();
}
