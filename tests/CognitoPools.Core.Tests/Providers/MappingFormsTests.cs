using System.Collections;
using CognitoPools.Providers;

namespace CognitoPools.Core.Tests.Providers;

/// <summary>An attribute mapping in the forms that files and other tools have of it.</summary>
public class MappingFormsTests
{
    private static readonly AttributeMapping Team = AttributeMapping.Custom([new("team", "custom:team"), new("x", "y")]);

    private static readonly Hashtable Tags = new() { ["team"] = "custom:team", ["x"] = "y" };

    public static TheoryData<object, AttributeMapping> Forms => new()
    {
        { Tags, Team },
        { new Hashtable { ["Mode"] = 2L, ["Tags"] = Tags }, Team },
        { new Hashtable { ["Mode"] = "Custom", ["Tags"] = "team=custom:team; x=y" }, Team },
        { new Hashtable { ["Mode"] = "Default", ["Tags"] = new Hashtable() }, AttributeMapping.Default },
        { new Hashtable { ["UseDefaults"] = false, ["PrincipalTags"] = Tags }, Team },
        { new Hashtable { ["use_defaults"] = true, ["principal_tags"] = null }, AttributeMapping.Default },
        { Team.ToString(), Team },
        { "Inactive", AttributeMapping.Inactive },
        { 1L, AttributeMapping.Default },
        // Tags that are named as the properties of a mapping are tags, where the mode is none.
        {
            new Hashtable { ["Mode"] = "custom:mode", ["Tags"] = "custom:tags" },
            AttributeMapping.Custom([new("Mode", "custom:mode"), new("Tags", "custom:tags")])
        },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_is_read(object form, AttributeMapping expected) => Assert.Equal(expected, MappingForms.Read(form));

    [Theory]
    [InlineData("team=a=b")]
    [InlineData("team=a, web")]
    [InlineData("team=a; team=b")]
    public void Text_that_does_not_tell_keys_from_values_is_refused(string text) => Assert.Contains(
        "does not have the form",
        Assert.Throws<InvalidSettingException>(() => MappingForms.Read(text)).Message,
        StringComparison.Ordinal);
}
