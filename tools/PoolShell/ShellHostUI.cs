using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Security;

namespace PoolShell;

/// <summary>The streams of a shell, shown as pwsh shows them: errors on standard error, all other streams on standard output.</summary>
public sealed class ShellHostUI : PSHostUserInterface
{
    private const string Plain = "\e[0m";
    private const string Yellow = "\e[33;1m";
    private readonly Lock gate = new();
    private readonly TextWriter output;
    private readonly TextWriter error;
    private readonly TextReader? input;
    private readonly bool colour;
    private readonly bool progress;
    private bool progressShown;
    private CapturedText? captured;

    /// <summary>A shell's streams.</summary>
    /// <param name="output">Takes output, warnings and all messages but errors.</param>
    /// <param name="error">Takes errors, and progress.</param>
    /// <param name="input">Where answers are read; null when nobody is there to answer, and each question is then an error.</param>
    /// <param name="colour">Whether lines may be coloured.</param>
    /// <param name="progress">Whether progress is shown, on one line that is overwritten.</param>
    /// <param name="width">The width of a line in characters.</param>
    public ShellHostUI(TextWriter output, TextWriter error, TextReader? input = null, bool colour = false, bool progress = false, int width = 120)
    {
        (this.output, this.error, this.input, this.colour, this.progress) = (output, error, input, colour, progress);
        RawUI = new ShellRawUI(width);
    }

    /// <inheritdoc/>
    public override PSHostRawUserInterface RawUI { get; }

    /// <summary>The shell's user interface behind the one that the engine hands to cmdlets.</summary>
    /// <param name="ui">The user interface of a cmdlet's host.</param>
    public static ShellHostUI? Of(PSHostUserInterface ui) => ui as ShellHostUI ?? EngineInternals.Get(ui, "_externalUI") as ShellHostUI;

    /// <summary>Takes what would be shown, until the result is disposed of.</summary>
    /// <param name="width">The width of a line meanwhile.</param>
    public CapturedText Capture(int width)
    {
        var raw = (ShellRawUI)RawUI;
        int before = raw.Width;
        var outer = captured;
        raw.Width = width;
        return captured = new CapturedText(() =>
        {
            raw.Width = before;
            captured = outer;
        });
    }

    /// <inheritdoc/>
    public override bool SupportsVirtualTerminal => colour;

    /// <summary>The streams of this process: questions only where standard input is a terminal, colours only where standard output is one and NO_COLOR is not set.</summary>
    public static ShellHostUI OfProcess()
    {
        bool refusesColour = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new(
            Console.Out,
            Console.Error,
            Console.IsInputRedirected ? null : Console.In,
            colour: !Console.IsOutputRedirected && !Console.IsErrorRedirected && !refusesColour,
            progress: !Console.IsErrorRedirected,
            width: Console.IsOutputRedirected || Console.WindowWidth <= 0 ? 120 : Console.WindowWidth);
    }

    /// <inheritdoc/>
    public override void Write(string value) => Show(output, value);

    /// <inheritdoc/>
    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        Show(output, colour && foregroundColor != RawUI.ForegroundColor ? $"\e[{Code(foregroundColor)}m{value}{Plain}" : value);

    /// <inheritdoc/>
    public override void WriteLine(string value) => Show(output, value + Environment.NewLine);

    /// <inheritdoc/>
    public override void WriteLine(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value)
    {
        Write(foregroundColor, backgroundColor, value);
        WriteLine();
    }

    /// <inheritdoc/>
    public override void WriteErrorLine(string value) => Show(error, value + Environment.NewLine);

    /// <inheritdoc/>
    public override void WriteDebugLine(string message) => Labelled("DEBUG: ", message);

    /// <inheritdoc/>
    public override void WriteVerboseLine(string message) => Labelled("VERBOSE: ", message);

    /// <inheritdoc/>
    public override void WriteWarningLine(string message) => Labelled("WARNING: ", message);

    /// <inheritdoc/>
    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        if (!progress) return;
        lock (gate)
        {
            EraseProgress();
            if (record.RecordType == ProgressRecordType.Completed) return;
            string percent = record.PercentComplete < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {record.PercentComplete} %");
            string line = $"{record.Activity}: {record.StatusDescription}{percent}";
            int width = RawUI.WindowSize.Width - 1;
            error.Write(line.Length <= width ? line : line[..width]);
            progressShown = true;
        }
    }

    /// <inheritdoc/>
    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
    {
        Refuse("Prompt");
        Introduce(caption, message);
        var answers = new Dictionary<string, PSObject>();
        foreach (var field in descriptions)
        {
            Write($"{field.Name}: ");
            answers[field.Name] = PSObject.AsPSObject(ReadLine());
        }
        return answers;
    }

    /// <inheritdoc/>
    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        Refuse("PromptForChoice");
        Introduce(caption, message);
        var options = choices.Select(Choice).ToList();
        while (true)
        {
            foreach (var (key, label) in options) Write($"[{key}] {label}  ");
            Write(defaultChoice >= 0 ? $"[?] Help (default is \"{options[defaultChoice].Key}\"): " : "[?] Help: ");
            string answer = ReadLine().Trim();
            if (answer.Length == 0 && defaultChoice >= 0) return defaultChoice;
            int chosen = options.FindIndex(option => Same(option.Key, answer) || Same(option.Label, answer));
            if (chosen >= 0) return chosen;
            if (answer == "?")
            {
                foreach (var (choice, option) in choices.Zip(options)) WriteLine($"{option.Key} - {choice.HelpMessage}");
            }
        }
    }

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        PromptForCredential(caption, message, userName, targetName, PSCredentialTypes.Default, PSCredentialUIOptions.Default);

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options)
    {
        Refuse("PromptForCredential");
        Introduce(caption, message);
        if (string.IsNullOrEmpty(userName))
        {
            Write("User: ");
            userName = ReadLine();
        }
        Write($"Password for user {userName}: ");
        return new(userName, ReadLineAsSecureString());
    }

    /// <inheritdoc/>
    public override string ReadLine()
    {
        Refuse("ReadLine");
        return input!.ReadLine() ?? throw new PSInvalidOperationException("The input ended before the answer.");
    }

    /// <inheritdoc/>
    public override SecureString ReadLineAsSecureString()
    {
        Refuse("ReadLineAsSecureString");
        var secret = new SecureString();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key != ConsoleKey.Backspace) secret.AppendChar(key.KeyChar);
            else if (secret.Length > 0) secret.RemoveAt(secret.Length - 1);
        }
        WriteLine();
        return secret;
    }

    // The message is pwsh's own under -NonInteractive, so that scripts meet the same error.
    private void Refuse(string call)
    {
        if (input is null)
        {
            throw new PSInvalidOperationException(
                $"PoolShell is in NonInteractive mode. Read and Prompt functionality is not available ({call}): answer beforehand, with -Force or -Confirm:$false.");
        }
    }

    private static (string Key, string Label) Choice(ChoiceDescription choice)
    {
        string label = choice.Label;
        int mark = label.IndexOf('&', StringComparison.Ordinal);
        string text = label.Replace("&", "", StringComparison.Ordinal);
        return (mark >= 0 && mark + 1 < label.Length ? label[mark + 1].ToString().ToUpperInvariant() : text, text);
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    // ANSI numbers the colours by red, green, blue from the low bit; the console's enumeration by blue, green, red.
    private static int Code(ConsoleColor value)
    {
        int bits = (int)value & 7;
        int ansi = ((bits & 4) >> 2) | (bits & 2) | ((bits & 1) << 2);
        return ((int)value > 7 ? 90 : 30) + ansi;
    }

    private void Introduce(string caption, string message)
    {
        if (!string.IsNullOrEmpty(caption)) WriteLine(caption);
        if (!string.IsNullOrEmpty(message)) WriteLine(message);
    }

    private void Labelled(string label, string message) => Show(output, (colour ? Yellow + label + message + Plain : label + message) + Environment.NewLine);

    private void Show(TextWriter writer, string text)
    {
        if (!colour || captured is not null) text = new StringDecorated(text).ToString(OutputRendering.PlainText);
        lock (gate)
        {
            if (captured is not null)
            {
                captured.Add(text);
                return;
            }
            EraseProgress();
            writer.Write(text);
        }
    }

    private void EraseProgress()
    {
        if (progressShown) error.Write("\r\e[K");
        progressShown = false;
    }
}
