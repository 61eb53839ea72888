"""The emulator of the Terraform proofs, with one more gap mended: moto's promoted replica still names its source."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "terraform" / "emulator"))
sys.dont_write_bytecode = True

import mended_moto  # noqa: E402, F401
from moto.rds import models  # noqa: E402
from moto.server import main  # noqa: E402

promoted = models.RDSBackend.promote_read_replica


def promote(self, db_kwargs):
    database = promoted(self, db_kwargs)
    database.source_db_instance_identifier = None
    return database


models.RDSBackend.promote_read_replica = promote

if __name__ == "__main__":
    main(["-H", "127.0.0.1", "-p", sys.argv[1]])
