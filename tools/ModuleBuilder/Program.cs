using ModuleBuilder;

if (args is not [var repository, var assemblies, var loader, var module])
{
    Console.Error.WriteLine("usage: ModuleBuilder <repository> <folder of the cmdlets' assemblies> <loader assembly> <module folder>");
    return 64;
}
var gaps = HelpFile.Write(CmdletCatalog.Load(assemblies), Path.Combine(assemblies, "CognitoPools.xml"), out var help);
if (gaps.Count > 0)
{
    // The form that builds show as errors.
    foreach (var gap in gaps) Console.Error.WriteLine($"CognitoPools.dll-Help.xml : error HELP001: {gap}");
    return 1;
}
new ModuleFolder(repository, assemblies, loader, module).Assemble(help);
return 0;
