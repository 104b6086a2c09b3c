namespace ScriptRules.Engine.Tests;

/// <summary>What only the embedded engine does.</summary>
public class EmbeddedEngineTests
{
    [Fact]
    public void Has_a_name() => EmbeddedEngine.Instance.Name.Should().Be("embedded");
}
