using System.Management.Automation;
using System.Management.Automation.Runspaces;
using CognitoPools.Commands.Pool;

namespace CognitoPools.Outcomes.Tests;

/// <summary>A runspace with the cmdlets, for many accounts one after the other.</summary>
internal sealed class Shell : IDisposable
{
    private readonly SilentHost host = new();
    private readonly Runspace runspace;
    private volatile PowerShell? running;

    public Shell()
    {
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule([typeof(NewCognitoIdentityPoolCommand).Assembly.Location]);
        state.Variables.Add(new SessionStateVariableEntry("ProgressPreference", ActionPreference.SilentlyContinue, null));
        runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.Open();
    }

    public void Connect(PoolAccount account) => Sessions.RunspaceState.Of(runspace).Connected = account;

    public Said Run(string script)
    {
        host.Lines.Clear();
        using var shell = PowerShell.Create(runspace);
        running = shell;
        var output = new List<PSObject>();
        var errors = new List<ErrorRecord>();
        var isStopped = false;
        try
        {
            shell.AddScript(script).Invoke(null, output);
        }
        catch (PipelineStoppedException)
        {
            isStopped = true;
        }
        catch (RuntimeException terminating)
        {
            errors.Add(terminating.ErrorRecord);
        }
        finally
        {
            running = null;
        }
        errors.InsertRange(0, shell.Streams.Error);
        return new Said(
            output, errors, [.. shell.Streams.Warning.Select(warning => warning.Message)], [.. host.Lines], isStopped);
    }

    /// <summary>Stops what runs, as Ctrl+C does.</summary>
    public void Stop() => running?.BeginStop(null, null);

    public void Dispose() => runspace.Dispose();
}
