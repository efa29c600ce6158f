using System.Management.Automation;
using System.Management.Automation.Runspaces;
using CognitoPools.Commands.Pool;

namespace CognitoPools.Outcomes.Tests;

/// <summary>A runspace with the cmdlets, for many accounts one after the other.</summary>
internal sealed class Shell : IDisposable
{
    private readonly SilentHost host = new();
    private readonly Runspace runspace;
    private Func<bool>? stopAt;

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
        using var ended = new ManualResetEventSlim();
        var watch = stopAt is { } isTime ? Task.Run(() => Watch(shell, isTime, ended)) : Task.CompletedTask;
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
            stopAt = null;
            ended.Set();
            watch.GetAwaiter().GetResult();
        }
        isStopped |= shell.InvocationStateInfo.State == PSInvocationState.Stopped;
        errors.InsertRange(0, shell.Streams.Error);
        return new Said(
            output, errors, [.. shell.Streams.Warning.Select(warning => warning.Message)], [.. host.Lines], isStopped);
    }

    /// <summary>Stops the next command, as Ctrl+C does, as soon as something is so.</summary>
    public void StopAt(Func<bool> isTime) => stopAt = isTime;

    // BeginStop does not wait, as the console does not: a second call of Stop fails when the command ends at once.
    private static void Watch(PowerShell shell, Func<bool> isTime, ManualResetEventSlim ended)
    {
        while (!ended.IsSet)
        {
            if (isTime())
            {
                shell.BeginStop(null, null);
                return;
            }
            Thread.Sleep(1);
        }
    }

    public void Dispose() => runspace.Dispose();
}
