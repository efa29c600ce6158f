using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace PoolShell;

/// <summary>One runspace on the engine with the shims in it, where built modules can be imported by name.</summary>
public sealed class ShellSession : IDisposable
{
    private const string Succeeded = "PoolShellSucceeded";

    private readonly ShellHost host;
    private readonly Runspace runspace;
    private readonly Lock gate = new();
    private Pipeline? running;

    /// <summary>Opens a runspace whose pipelines run on the calling thread.</summary>
    /// <param name="ui">Where the shell reads and writes.</param>
    /// <param name="moduleFolders">Folders in which modules are found by name, before those of PSModulePath.</param>
    public ShellSession(ShellHostUI ui, params IEnumerable<string> moduleFolders)
    {
        host = new(ui);
        // CreateDefault() wants modules of pwsh's installation, which the engine's package does not bring.
        var state = InitialSessionState.CreateDefault2();
        state.ThreadOptions = PSThreadOptions.UseCurrentThread;
        ShimCatalog.AddTo(state);
        runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.Open();
        var folders = moduleFolders.Append(Environment.GetEnvironmentVariable("PSModulePath")).Where(folder => !string.IsNullOrEmpty(folder));
        Environment.SetEnvironmentVariable("PSModulePath", string.Join(Path.PathSeparator, folders.SelectMany(folder => folder!.Split(Path.PathSeparator)).Distinct(StringComparer.Ordinal)));
    }

    /// <summary>The runspace, for a caller that wants objects and not text.</summary>
    public Runspace Runspace => runspace;

    /// <summary>Runs what the command line asks for and shows what it writes.</summary>
    /// <param name="options">The script or the command.</param>
    /// <returns>The exit code that pwsh would give.</returns>
    public int Run(ShellOptions options)
    {
        // Whether the last command succeeded is known only right behind it: the pipeline that shows its output succeeds in any case.
        if (options.File is null) return Run(new Command($"{options.Command}\n$global:{Succeeded} = $?", isScript: true, useLocalScope: false), failsWithLastCommand: true);
        string path = Path.GetFullPath(options.File);
        if (!File.Exists(path))
        {
            host.UI.WriteErrorLine($"The argument '{options.File}' is not recognized as the name of a script file. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.");
            return 64;
        }
        var script = new Command(path, isScript: false, useLocalScope: false);
        foreach (var parameter in ScriptArguments.Read(options.Arguments)) script.Parameters.Add(parameter);
        EngineInternals.LetNextScriptExit(runspace);
        return Run(script, failsWithLastCommand: false);
    }

    /// <summary>Stops what runs; the command ends as after Ctrl+C.</summary>
    /// <returns>Whether something ran.</returns>
    public bool Stop()
    {
        lock (gate)
        {
            if (running is null) return false;
            running.StopAsync();
            return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => runspace.Dispose();

    private int Run(Command command, bool failsWithLastCommand)
    {
        using var pipeline = runspace.CreatePipeline();
        pipeline.Commands.Add(command);
        try
        {
            Show(pipeline);
        }
        catch (PipelineStoppedException)
        {
            return Interrupted;
        }
        catch (ParseException failure)
        {
            // A text that does not parse has no line of a script to show.
            host.UI.WriteErrorLine(failure.Message);
            return 1;
        }
        catch (RuntimeException failure)
        {
            Report(failure);
            return host.ExitCode ?? 1;
        }
        if (pipeline.PipelineStateInfo.State == PipelineState.Stopped) return Interrupted;
        return host.ExitCode ?? (failsWithLastCommand && !LastCommandSucceeded() ? 1 : 0);
    }

    // 128 + SIGINT, as every shell on Unix says it.
    private const int Interrupted = 130;

    private void Show(Pipeline pipeline, IEnumerable? input = null)
    {
        pipeline.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        pipeline.Commands.Add("Out-Default");
        lock (gate) running = pipeline;
        try
        {
            pipeline.Invoke(input);
        }
        finally
        {
            lock (gate) running = null;
        }
    }

    private void Report(RuntimeException failure)
    {
        var record = new PSObject(failure.ErrorRecord);
        // The note by which the formatter knows an error from an object that happens to be an error record.
        record.Properties.Add(new PSNoteProperty("writeErrorStream", true));
        using var pipeline = runspace.CreatePipeline("$input");
        Show(pipeline, new[] { record });
    }

    private bool LastCommandSucceeded() => LanguagePrimitives.IsTrue(runspace.SessionStateProxy.GetVariable(Succeeded));
}
