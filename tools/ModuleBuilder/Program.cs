using ModuleBuilder;

switch (args)
{
    case ["assemble", var repository, var assemblies, var loader, var forwarding, var notices, var module, var pages,
        var projectUrl, var powerShell]:
        var help = CmdletHelp.Read(
            CmdletCatalog.Load(assemblies), new XmlDocs(assemblies), new PermissionTable(repository), out var gaps);
        // MSBuild shows a line of this form as an error of the build.
        foreach (var gap in gaps)
            Console.Error.WriteLine($"CognitoPools.dll-Help.xml : error HELP001: {gap}");
        if (gaps.Count > 0)
            return 1;
        var project = new ProjectPages(projectUrl);
        new ModuleFolder(repository, assemblies, loader, forwarding, notices, project, module).Assemble(HelpFile.Write(help, project));
        if (Directory.Exists(pages))
            Directory.Delete(pages, recursive: true);
        Directory.CreateDirectory(pages);
        foreach (var cmdlet in help)
            File.WriteAllText(Path.Combine(pages, cmdlet.Name + ".md"), MarkdownPage.Write(cmdlet));
        File.WriteAllText(Path.Combine(pages, CheckPage.FileName), CheckPage.Write(CheckDescription.All(assemblies)));
        File.WriteAllText(Path.Combine(pages, IndexPage.FileName), IndexPage.Write(help, Path.Combine(repository, "en-US")));
        var images = Directory.CreateDirectory(Path.Combine(pages, "images")).FullName;
        foreach (var (name, picture) in Badges.Pictures(powerShell))
            File.WriteAllText(Path.Combine(images, name), picture);
        File.WriteAllText(Path.Combine(pages, "badges.txt"), Badges.Lines(powerShell, project));
        return 0;
    case ["badges", var page, var lines]:
        File.WriteAllText(page, Badges.Renew(File.ReadAllText(page), File.ReadAllText(lines)));
        return 0;
    case ["package", var module, var target]:
        Directory.CreateDirectory(target);
        Console.WriteLine(ModulePackage.Write(module, target));
        Console.WriteLine(AutomationZip.Write(module, target));
        return 0;
    default:
        Console.Error.WriteLine(
            "usage: ModuleBuilder assemble <repository> <folder of the cmdlets' assemblies> <loader assembly> "
                + "<assembly of .NET 8> <.NET's notices> <module folder> <folder of the Markdown pages> <address of the project, or an empty text> "
                + "<version of PowerShell>");
        Console.Error.WriteLine("       ModuleBuilder badges <page> <file of the badges' lines>");
        Console.Error.WriteLine("       ModuleBuilder package <module folder> <folder for the packages>");
        return 64;
}
