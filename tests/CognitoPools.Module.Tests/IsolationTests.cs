using System.Reflection;
using System.Reflection.Emit;

namespace CognitoPools.Module.Tests;

/// <summary>Other modules bring other versions of the AWS SDK into the same session.</summary>
public class IsolationTests
{
    [Theory]
    [InlineData("3.7.0.0")]
    [InlineData("4.0.0.0")]
    public async Task The_module_works_in_a_session_that_holds_another_AWS_SDK(string version)
    {
        var folder = Directory.CreateTempSubdirectory("isolation");
        try
        {
            var path = Path.Combine(folder.FullName, "AWSSDK.Core.dll");
            var other = new PersistedAssemblyBuilder(new AssemblyName("AWSSDK.Core") { Version = Version.Parse(version) }, typeof(object).Assembly);
            other.DefineDynamicModule("AWSSDK.Core");
            other.Save(path);
            var script = $"$null = [Reflection.Assembly]::LoadFrom('{path}'); Import-Module CognitoPools; Connect-PoolAccount -Sandbox | Out-Null; (New-CognitoIdentityPool shop -GuestAccess).Name; "
                + "@([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'AWSSDK.Core' }).Count";
            Assert.Equal((0, "shop\n2\n", ""), await ChildShell.RunAsync(script));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
