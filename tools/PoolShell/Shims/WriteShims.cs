using System.Collections;
using System.Management.Automation;

namespace PoolShell.Shims;

/// <summary>Write-Output.</summary>
[Cmdlet(VerbsCommunications.Write, "Output")]
public sealed class WriteOutputShim : PSCmdlet
{
    /// <summary>The objects.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromRemainingArguments = true), AllowNull, AllowEmptyCollection]
    public PSObject? InputObject { get; set; }

    /// <summary>Whether a collection stays whole.</summary>
    [Parameter]
    public SwitchParameter NoEnumerate { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(InputObject, !NoEnumerate);
}

/// <summary>Write-Host.</summary>
[Cmdlet(VerbsCommunications.Write, "Host")]
public sealed class WriteHostShim : PSCmdlet
{
    /// <summary>What is shown.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromRemainingArguments = true), Alias("Msg", "Message")]
    public object? Object { get; set; }

    /// <summary>Whether the line goes on.</summary>
    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    /// <summary>What stands between several objects.</summary>
    [Parameter]
    public object Separator { get; set; } = " ";

    /// <summary>The text's colour.</summary>
    [Parameter]
    public ConsoleColor? ForegroundColor { get; set; }

    /// <summary>The colour behind the text.</summary>
    [Parameter]
    public ConsoleColor? BackgroundColor { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var message = new HostInformationMessage { Message = Text(Object), NoNewLine = NoNewline, ForegroundColor = ForegroundColor, BackgroundColor = BackgroundColor };
        WriteInformation(message, ["PSHOST"]);
    }

    private string Text(object? value)
    {
        object? bare = value is PSObject wrapped ? wrapped.BaseObject : value;
        return bare is IEnumerable many and not string and not IDictionary
            ? string.Join(LanguagePrimitives.ConvertTo<string>(Separator), many.Cast<object?>().Select(Text))
            : LanguagePrimitives.ConvertTo<string>(value) ?? "";
    }
}

/// <summary>What the commands that write one message have in common.</summary>
public abstract class MessageShim : PSCmdlet
{
    /// <summary>The message.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true), Alias("Msg"), AllowEmptyString]
    public string Message { get; set; } = "";
}

/// <summary>Write-Warning.</summary>
[Cmdlet(VerbsCommunications.Write, "Warning")]
public sealed class WriteWarningShim : MessageShim
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteWarning(Message);
}

/// <summary>Write-Verbose.</summary>
[Cmdlet(VerbsCommunications.Write, "Verbose")]
public sealed class WriteVerboseShim : MessageShim
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteVerbose(Message);
}

/// <summary>Write-Debug.</summary>
[Cmdlet(VerbsCommunications.Write, "Debug")]
public sealed class WriteDebugShim : MessageShim
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteDebug(Message);
}

/// <summary>Write-Information.</summary>
[Cmdlet(VerbsCommunications.Write, "Information")]
public sealed class WriteInformationShim : PSCmdlet
{
    /// <summary>The message.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true), Alias("Msg", "Message"), AllowNull]
    public object? MessageData { get; set; }

    /// <summary>Words by which readers sort messages.</summary>
    [Parameter(Position = 1)]
    public string[] Tags { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteInformation(MessageData, Tags);
}

/// <summary>Write-Error.</summary>
[Cmdlet(VerbsCommunications.Write, "Error", DefaultParameterSetName = "NoException")]
public sealed class WriteErrorShim : PSCmdlet
{
    /// <summary>The message.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = "NoException")]
    [Parameter(ParameterSetName = "WithException")]
    [Alias("Msg"), AllowNull, AllowEmptyString]
    public string? Message { get; set; }

    /// <summary>The exception behind the error.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "WithException")]
    public Exception? Exception { get; set; }

    /// <summary>A whole error.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "ErrorRecord")]
    public ErrorRecord? ErrorRecord { get; set; }

    /// <summary>The error's id.</summary>
    [Parameter(ParameterSetName = "NoException")]
    [Parameter(ParameterSetName = "WithException")]
    public string ErrorId { get; set; } = "";

    /// <summary>The error's category.</summary>
    [Parameter(ParameterSetName = "NoException")]
    [Parameter(ParameterSetName = "WithException")]
    public ErrorCategory Category { get; set; }

    /// <summary>What the error is about.</summary>
    [Parameter(ParameterSetName = "NoException")]
    [Parameter(ParameterSetName = "WithException")]
    public object? TargetObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ErrorRecord is { } given)
        {
            WriteError(new ErrorRecord(given, null));
            return;
        }
        string id = ErrorId.Length > 0 ? ErrorId : Exception is null ? "Microsoft.PowerShell.Commands.WriteErrorException" : Exception.GetType().FullName!;
        var record = new ErrorRecord(Exception ?? new Microsoft.PowerShell.Commands.WriteErrorException(Message ?? ""), id, Category, TargetObject);
        if (Exception is not null && !string.IsNullOrEmpty(Message)) record.ErrorDetails = new ErrorDetails(Message);
        // As the real one: the line that the error names is the caller's.
        if (GetVariableValue("MyInvocation") is InvocationInfo caller)
        {
            EngineInternals.Set(record, "_invocationInfo", caller);
            record.CategoryInfo.Activity = "Write-Error";
        }
        WriteError(record);
    }
}
