using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Errors;
using CognitoPools.Sandbox;
using CognitoPools.Sessions;

namespace CognitoPools.Commands.Sandbox;

/// <summary>The base of the cmdlets that read or change the sandbox itself.</summary>
public abstract class SandboxCommand : PoolCommand
{
    /// <summary>Specifies the sandbox: the output of Connect-PoolAccount -Sandbox. The default is the sandbox that this runspace
    /// is connected to.</summary>
    [Parameter]
    [ValidateNotNull]
    [OneValue]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public PoolAccount? Connection { get; set; }

    private protected SandboxAccount Sandbox => Connected?.Sandbox ?? throw new PoolException(PoolErrorId.NoSandbox);

    /// <summary>The Region of the connection.</summary>
    private protected string ConnectedRegion => Connected?.Region ?? AwsRegion.SandboxDefault;

    /// <summary>The sentence of an argument exception, without the parameter name that .NET appends in parentheses and .NET
    /// Framework in another line.</summary>
    internal static string MessageOf(ArgumentException exception) =>
        Sentences.Ended(exception.Message.Split('\n')[0].Split([" (Parameter '"], StringSplitOptions.None)[0].Trim());

    private PoolAccount? Connected => Connection ?? RunspaceState.Current.Connected;
}
