using System.Diagnostics;
using PoolShell;

string[] prompt = ["-NoLogo", "-NoExit", "-File", Path.Combine(AppContext.BaseDirectory, "Prompt.ps1")];
// The terminal sends Ctrl+C to both processes. This one ignores it, so that PowerShell decides what to stop.
Console.CancelKeyPress += (_, pressed) => pressed.Cancel = true;
var shell = Process.Start(Pwsh.StartInfo(args.Length == 0 ? prompt : args))!;
AppDomain.CurrentDomain.ProcessExit += (_, _) => shell.Kill();
shell.WaitForExit();
return shell.ExitCode;
