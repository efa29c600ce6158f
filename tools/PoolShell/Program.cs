using PoolShell;

if (ShellOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(ShellOptions.Usage);
    return 64;
}
using var session = new ShellSession(ShellHostUI.OfProcess(), BuiltModules.Folders());
// The first Ctrl+C stops the script, which may still clean up; the second ends the process.
bool asked = false;
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = !asked && session.Stop();
    asked = true;
};
return session.Run(options);
